import { TCP, trafficOf, UDP, uniteTraffic } from "../sets/traffic";
import type { Endpoint } from "../index/endpoint";
import { checkRunning } from "../walk/targets/appliance";
import { block, restrict, type Walk } from "../walk/walk";

/** What an interface refuses by what it is, whatever its security groups say. */
export function arrive(walk: Walk, endpoint: Endpoint): void {
  switch (endpoint.role) {
    case "function":
      return block(walk, {
        code: "LAMBDA_ACCEPTS_NO_INBOUND",
        resourceId: endpoint.id,
        message: `${endpoint.id} belongs to a Lambda function: its interfaces accept no connections.`,
      });
    case "nat-gateway":
      return block(walk, {
        code: "NAT_GATEWAY_ACCEPTS_NO_INBOUND",
        resourceId: endpoint.id,
        message: `${endpoint.id} belongs to a NAT gateway, which accepts no connections.`,
      });
    case "transit-gateway":
      return block(walk, {
        code: "NO_POSSIBLE_DESTINATION",
        resourceId: endpoint.id,
        message: `${endpoint.id} belongs to a transit gateway, which accepts no connections.`,
      });
    case "vpc-endpoint":
      return arriveAtVpcEndpoint(walk, endpoint);
    case "load-balancer":
    case "instance":
    case "other":
      return checkRunning(walk, endpoint);
  }
}

const ENDPOINT_TRAFFIC = uniteTraffic(trafficOf(TCP), trafficOf(UDP));

/** Source: AWS PrivateLink Guide, "Access an AWS service": no ping; available endpoints only. */
function arriveAtVpcEndpoint(walk: Walk, endpoint: Endpoint): void {
  for (const [vpcEndpointId, { resource }] of walk.index.network.vpcEndpoints) {
    if (!resource.NetworkInterfaceIds?.includes(endpoint.id)) continue;
    const state = resource.State;
    if (state !== undefined && state.toLowerCase() !== "available") {
      block(walk, {
        code: "BAD_STATE",
        resourceId: vpcEndpointId,
        evidence: [{ resourceId: vpcEndpointId, fact: `State ${state}` }],
        message: `${vpcEndpointId} is ${state}.`,
      });
    }
  }
  restrict(walk, ENDPOINT_TRAFFIC, {
    code: "PROTOCOL_RESTRICTION",
    resourceId: endpoint.id,
    message: `${endpoint.id} belongs to an interface endpoint: it takes TCP and UDP only.`,
  });
}
