import { whyMissing } from "../walk/unread";
import { TCP, trafficOf, UDP, uniteTraffic } from "../sets/traffic";
import type { Endpoint } from "../index/endpoint";
import { arriveAtLoadBalancer } from "./arrive-at-load-balancer";
import { checkEndpointState } from "../walk/gates/endpoint-state";
import { checkRunning } from "../walk/targets/appliance";
import { block, restrict, unknown, type Walk } from "../walk/walk";

/** What an interface refuses by what it is, whatever its security groups say. */
export function arrive(walk: Walk, endpoint: Endpoint): void {
  switch (endpoint.role) {
    case "function": {
      block(walk, {
        code: "LAMBDA_ACCEPTS_NO_INBOUND",
        resourceId: endpoint.id,
        message: `${endpoint.id} belongs to a Lambda function: its interfaces accept no connections.`,
      });
      return;
    }
    case "nat-gateway": {
      const resourceId = walk.index.natGatewayOfInterface(endpoint.id)?.resource.NatGatewayId ?? endpoint.id;
      block(walk, {
        code: "NAT_GATEWAY_ACCEPTS_NO_INBOUND",
        resourceId,
        evidence: [{ resourceId: endpoint.id, fact: endpoint.description || "interface of a NAT gateway" }],
        message: `${resourceId} is a NAT gateway, which accepts no connections.`,
      });
      return;
    }
    case "transit-gateway": {
      block(walk, {
        code: "NO_POSSIBLE_DESTINATION",
        resourceId: endpoint.id,
        message: `${endpoint.id} belongs to a transit gateway, which accepts no connections.`,
      });
      return;
    }
    case "vpc-endpoint": {
      arriveAtVpcEndpoint(walk, endpoint);
      return;
    }
    case "load-balancer": {
      checkRunning(walk, endpoint);
      arriveAtLoadBalancer(walk, endpoint);
      return;
    }
    case "instance":
    case "other": {
      checkRunning(walk, endpoint);
      return;
    }
  }
}

const ENDPOINT_TRAFFIC = uniteTraffic(trafficOf(TCP), trafficOf(UDP));

/** Source: AWS PrivateLink Guide, "Access an AWS service": no ping; available endpoints only. */
function arriveAtVpcEndpoint(walk: Walk, endpoint: Endpoint): void {
  const { network } = walk.index;
  // An endpoint whose interfaces were not read stands for them.
  const unread = network.vpcEndpoints.get(endpoint.id);
  const own = unread ? [unread] : walk.index.vpcEndpointsOfInterface(endpoint.id);
  const isRead = endpoint.networkInterfaceId === null || own.length > 0;
  for (const { resource } of own) {
    checkEndpointState(walk, resource.VpcEndpointId, resource.State);
  }
  if (!isRead) {
    const why = whyMissing(network, "DescribeVpcEndpoints", endpoint.vpcId);
    const message = `Whether the endpoint of ${endpoint.id} is available is not known: ${why}.`;
    unknown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: endpoint.id, message });
  }
  restrict(walk, ENDPOINT_TRAFFIC, {
    code: "PROTOCOL_RESTRICTION",
    resourceId: endpoint.id,
    message: `${endpoint.id} belongs to an interface endpoint: it takes TCP and UDP only.`,
  });
}
