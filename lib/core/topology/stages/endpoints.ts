import { nameTag } from "../../network/name-tag";
import type { Network, Resource } from "../../network/network";
import { parseServiceName } from "../../network/service-name";
import { facts, monoFact } from "../facts";
import { graphEdge, type GraphEdge, type GraphNode, type GraphPart } from "../graph";
import type { VpcScope } from "../scope";
import { compareText } from "../view/view-graph";

/** Endpoints with interfaces in each of their subnets, gateway endpoints on the VPC's edge, and the services behind. */
export function endpoints(scope: VpcScope): GraphPart {
  const own = [...scope.network.vpcEndpoints].filter(
    ([, { resource }]) => resource.VpcId === scope.vpcId && resource.State?.toLowerCase() !== "deleted",
  );
  const drawn = own.map(([id, { resource }]) => endpoint(scope, id, resource));
  return {
    nodes: drawn.flatMap(({ nodes }) => nodes),
    edges: drawn.flatMap(({ edges }) => edges),
    omitted: [],
  };
}

/** One node per subnet that an endpoint has an interface in; one on the VPC's edge where it has none. */
export function endpointPlaces(
  { vpcEndpoints, subnets }: Network,
  id: string,
): { nodeId: string; subnetId: string | undefined }[] {
  const subnetIds = (vpcEndpoints.get(id)?.resource.SubnetIds ?? []).filter((subnetId) =>
    subnets.has(subnetId),
  );
  if (subnetIds.length === 0) return [{ nodeId: id, subnetId: undefined }];
  return subnetIds.sort(compareText).map((subnetId) => ({ nodeId: `${id}@${subnetId}`, subnetId }));
}

/** `s3` of `com.amazonaws.eu-west-1.s3`; a service of somebody else's keeps its whole name. */
function serviceLabel(serviceName: string): string {
  return parseServiceName(serviceName)?.service ?? serviceName;
}

function endpoint(
  { network, vpcId }: VpcScope,
  id: string,
  resource: Resource<"VpcEndpoints">,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const { ServiceName = "a service not named" } = resource;
  const service: GraphNode = {
    id: `service:${ServiceName}`,
    kind: "aws-service",
    label: serviceLabel(ServiceName),
    sublabel: ServiceName,
    facts: facts(monoFact("Service", ServiceName)),
  };
  const nodes = endpointPlaces(network, id).map(({ nodeId, subnetId }) =>
    endpointNode(id, nodeId, subnetId ?? vpcId, resource),
  );
  return { nodes: [...nodes, service], edges: nodes.map((node) => serviceEdge(node, service, id, resource)) };
}

function endpointNode(
  id: string,
  nodeId: string,
  parentId: string,
  resource: Resource<"VpcEndpoints">,
): GraphNode {
  const { VpcEndpointType, State, ServiceName, PrivateDnsEnabled } = resource;
  return {
    id: nodeId,
    kind: "vpc-endpoint",
    parentId,
    label: nameTag(resource) ?? serviceLabel(ServiceName ?? id),
    resourceId: id,
    ...(VpcEndpointType !== undefined && { sublabel: `${VpcEndpointType.toLowerCase()} endpoint` }),
    facts: facts(
      monoFact("Id", id),
      monoFact("Service", ServiceName),
      ["Type", VpcEndpointType],
      ["State", State],
      ["Private DNS", PrivateDnsEnabled === undefined ? undefined : PrivateDnsEnabled ? "on" : "off"],
    ),
  };
}

/** Answers spell the state `available` and `Available`; the SDK knows the second only. */
function serviceEdge(
  node: GraphNode,
  service: GraphNode,
  id: string,
  { State, ServiceName = "a service not named" }: Resource<"VpcEndpoints">,
): GraphEdge {
  const isAvailable = State === undefined || State.toLowerCase() === "available";
  return graphEdge({
    kind: "endpoint",
    source: node.id,
    target: service.id,
    evidence: `${id} is an endpoint for ${ServiceName}${isAvailable ? "" : ` and is ${State}`}`,
    ...(!isAvailable && { isBroken: true }),
  });
}
