import { isLambdaInterface } from "../../network/connections/lambda-interface";
import { nameTag } from "../../network/name-tag";
import type { Network, Resource } from "../../network/network";
import { facts, monoFact } from "../facts";
import type { GraphNode, GraphPart, Omission } from "../graph";
import type { VpcScope } from "../scope";
import { compareText } from "../view/view-graph";
import { foldInterfaces } from "./fold-interfaces";

/** More than this in one VPC would bury the rest of the diagram; the largest that stays legible at 1440 px. */
const MAX_INSTANCES = 60;

/** Instances, and interfaces that belong to nothing else that is drawn. */
export function interfaces(scope: VpcScope): GraphPart {
  const instances = instancesIn(scope);
  const alone = lonelyInterfaces(scope);
  const drawnInstances = instances.slice(0, MAX_INSTANCES);
  const folded = foldInterfaces(alone.nodes);
  return {
    nodes: [...drawnInstances, ...folded.nodes],
    edges: [],
    omitted: [
      ...tooMany("instance", instances.length - drawnInstances.length, MAX_INSTANCES),
      ...folded.omitted,
      ...(alone.counted === 0
        ? []
        : [
            {
              kind: "network-interface",
              count: alone.counted,
              reason: "of resources that are drawn: counted in their subnets",
            },
          ]),
    ],
  };
}

function tooMany(kind: string, amount: number, limit: number): Omission[] {
  return amount <= 0 ? [] : [{ kind, count: amount, reason: `only the first ${limit} are drawn` }];
}

function instancesIn({ network, vpcId }: VpcScope): GraphNode[] {
  return [...network.instances]
    .filter(([, { resource }]) => resource.VpcId === vpcId && resource.State?.Name !== "terminated")
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, { resource }]) => ({
      id,
      kind: "instance",
      parentId: container(network, resource.SubnetId, vpcId),
      label: nameTag(resource) ?? id,
      resourceId: id,
      ...(resource.PrivateIpAddress !== undefined && { sublabel: resource.PrivateIpAddress }),
      facts: facts(
        monoFact("Id", id),
        ["State", resource.State?.Name],
        ["Type", resource.InstanceType],
        monoFact("Private IP", resource.PrivateIpAddress),
        monoFact("Public IP", resource.PublicIpAddress),
      ),
    }));
}

function lonelyInterfaces({ network, subnetIds }: VpcScope): { nodes: GraphNode[]; counted: number } {
  const ids = subnetIds.flatMap(
    (subnetId) => network.lookups.networkInterfaceIdsBySubnet.get(subnetId) ?? [],
  );
  const resources = [...ids].sort(compareText).flatMap((id) => {
    const resource = network.networkInterfaces.get(id)?.resource;
    return resource ? [{ id, resource }] : [];
  });
  const alone = resources.filter(({ resource }) => !belongsToDrawn(network, resource));
  return {
    nodes: alone.map(({ id, resource }) => interfaceNode(id, resource)),
    counted: resources.length - alone.length,
  };
}

/** The API answers `nat_gateway` where its documentation has `natGateway`. */
const DRAWN_TYPES: ReadonlySet<string> = new Set([
  "nat_gateway",
  "natGateway",
  "vpc_endpoint",
  "gateway_load_balancer_endpoint",
  "transit_gateway",
]);

/** RDS and ElastiCache tell their interfaces by the description alone. */
function belongsToDrawn({ instances }: Network, resource: Resource<"NetworkInterfaces">): boolean {
  const { InterfaceType = "interface", Attachment, Description = "" } = resource;
  return (
    isLambdaInterface(resource) ||
    DRAWN_TYPES.has(InterfaceType) ||
    (Attachment?.InstanceId !== undefined && instances.has(Attachment.InstanceId)) ||
    /^(RDSNetworkInterface|ElastiCache|VPC Endpoint Interface|Interface for NAT Gateway)/.test(Description)
  );
}

function interfaceNode(id: string, resource: Resource<"NetworkInterfaces">): GraphNode {
  const { SubnetId, Description, PrivateIpAddress, InterfaceType, Status } = resource;
  return {
    id,
    kind: "network-interface",
    ...(SubnetId !== undefined && { parentId: SubnetId }),
    label: nameTag(resource) ?? (Description === undefined || Description === "" ? id : Description),
    resourceId: id,
    ...(PrivateIpAddress !== undefined && { sublabel: PrivateIpAddress }),
    facts: facts(
      monoFact("Id", id),
      ["Status", Status],
      ["Type", InterfaceType],
      monoFact("Private IP", PrivateIpAddress),
      ["Description", Description],
    ),
  };
}

function container(network: Network, subnetId: string | undefined, vpcId: string): string {
  return subnetId !== undefined && network.subnets.has(subnetId) ? subnetId : vpcId;
}
