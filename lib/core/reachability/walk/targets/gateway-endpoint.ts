import { icmpSet } from "../../compile/traffic-of-rule";
import { ICMP, TCP, trafficOf, uniteTraffic } from "../../sets/traffic";
import { checkEndpointState } from "../gates/endpoint-state";
import { passUnread } from "../unread";
import { addHop, block, restrict, type Place, type Walk, type WalkEnd } from "../walk";

const GATEWAY_ENDPOINT_TRAFFIC = uniteTraffic(trafficOf(TCP), trafficOf(ICMP, icmpSet(8, -1)));

/** To S3 or DynamoDB by a gateway endpoint, from its own VPC only. Source: AWS PrivateLink Guide, "Gateway endpoints". */
export function toGatewayEndpoint(walk: Walk, place: Place, endpointId: string): WalkEnd {
  addHop(walk, "vpc-endpoint", endpointId);
  const endpoint = walk.index.network.vpcEndpoints.get(endpointId)?.resource;
  if (!endpoint) passUnread(walk, place, "DescribeVpcEndpoints", endpointId);
  checkEndpointState(walk, endpointId, endpoint?.State);
  if (place.entry !== "interface" && place.entry !== "nat-gateway") {
    block(walk, {
      code: "ENDPOINT_FOR_OWN_VPC_ONLY",
      resourceId: endpointId,
      message: `${endpointId} serves ${place.vpcId} only, not what comes through a gateway.`,
    });
  }
  restrict(walk, GATEWAY_ENDPOINT_TRAFFIC, {
    code: "VPCE_GATEWAY_PROTOCOL_RESTRICTION",
    resourceId: endpointId,
    message: `${endpointId} is a gateway endpoint: it takes TCP and ICMP echo only.`,
  });
  addHop(walk, "service", endpoint?.ServiceName ?? endpointId);
  return { kind: "service", vpcId: place.vpcId, endpointId };
}
