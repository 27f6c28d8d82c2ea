import { nameTag } from "../../network/name-tag";
import type { Index, Resource } from "../../network/network";
import { effectiveRouteTable } from "../../network/routing/effective-route-table";
import { describeRoute, routeTarget } from "../../network/routing/route-target";
import { facts, monoFact } from "../facts";
import { graphEdge, type GraphEdge, type GraphNode, type GraphPart } from "../graph";
import type { VpcScope } from "../scope";
import { compareText } from "../view/view-graph";

const INTERNET: GraphNode = { id: "internet", kind: "internet", label: "Internet", facts: [] };

/** Internet and egress-only gateways on the VPC's edge, NAT gateways in their subnets, and what lies behind them. */
export function gateways(scope: VpcScope): GraphPart {
  const parts = [...internetGateways(scope), ...egressOnlyGateways(scope), ...natGateways(scope)];
  return {
    nodes: [...parts.flatMap(({ node }) => node), ...(parts.some(leadsOut) ? [INTERNET] : [])],
    edges: parts.flatMap(({ edges }) => edges),
    omitted: [],
  };
}

interface Gateway {
  node: GraphNode;
  edges: GraphEdge[];
}

function leadsOut({ edges }: Gateway): boolean {
  return edges.some(({ target }) => target === INTERNET.id);
}

type Attached = Resource<"InternetGateways"> | Resource<"EgressOnlyInternetGateways">;

function attachedTo<T extends Attached>(
  index: Index<T>,
  vpcId: string,
): [id: string, resource: T, state: string][] {
  return [...index].flatMap(([id, { resource }]) =>
    (resource.Attachments ?? [])
      .filter((attachment) => attachment.VpcId === vpcId)
      .map(({ State }): [string, T, string] => [id, resource, State ?? "attached"]),
  );
}

/** DescribeInternetGateways answers `available` for an attached one, against its own documented values. */
const ATTACHED: ReadonlySet<string> = new Set(["attached", "available"]);

function internetGateways({ network, vpcId }: VpcScope): Gateway[] {
  return attachedTo(network.internetGateways, vpcId).map(([id, resource, state]) =>
    edgeGateway(vpcId, id, "internet-gateway", nameTag(resource), state),
  );
}

function egressOnlyGateways({ network, vpcId }: VpcScope): Gateway[] {
  return attachedTo(network.egressOnlyInternetGateways, vpcId).map(([id, resource, state]) =>
    edgeGateway(vpcId, id, "egress-only-internet-gateway", nameTag(resource), state),
  );
}

function edgeGateway(
  vpcId: string,
  id: string,
  kind: "internet-gateway" | "egress-only-internet-gateway",
  name: string | null,
  state: string,
): Gateway {
  return {
    node: {
      id,
      kind,
      parentId: vpcId,
      label: name ?? id,
      resourceId: id,
      facts: facts(monoFact("Id", id), ["Attachment", state]),
    },
    edges: [
      graphEdge({
        kind: "gateway",
        source: id,
        target: INTERNET.id,
        evidence: `${id} is ${ATTACHED.has(state) ? "attached" : state} to ${vpcId}`,
        ...(!ATTACHED.has(state) && { isBroken: true }),
      }),
    ],
  };
}

function natGateways(scope: VpcScope): Gateway[] {
  return [...scope.network.natGateways]
    .filter(([, { resource }]) => resource.VpcId === scope.vpcId && resource.State !== "deleted")
    .map(([id, { resource }]) => ({
      node: natNode(scope, id, resource),
      edges: natEdges(scope, id, resource),
    }));
}

function natNode({ network, vpcId }: VpcScope, id: string, resource: Resource<"NatGateways">): GraphNode {
  const { SubnetId, State, ConnectivityType, NatGatewayAddresses, FailureMessage } = resource;
  const publicIps = (NatGatewayAddresses ?? []).flatMap(({ PublicIp }) => PublicIp ?? []).sort(compareText);
  return {
    id,
    kind: "nat-gateway",
    parentId: SubnetId !== undefined && network.subnets.has(SubnetId) ? SubnetId : vpcId,
    label: nameTag(resource) ?? id,
    resourceId: id,
    ...(publicIps.length > 0 && { sublabel: publicIps.join(", ") }),
    facts: facts(
      monoFact("Id", id),
      ["State", State],
      ["Failure", FailureMessage],
      ["Connectivity", ConnectivityType],
      ...publicIps.map((address) => monoFact("Public IP", address)),
    ),
  };
}

/** A zonal gateway leaves by its own subnet's routes; a regional one (no subnet) straight by the internet gateway. */
function natEdges({ network, vpcId }: VpcScope, id: string, resource: Resource<"NatGateways">): GraphEdge[] {
  const down = resource.State !== undefined && resource.State !== "available" ? { isBroken: true } : {};
  if (resource.SubnetId === undefined) {
    return attachedTo(network.internetGateways, vpcId).map(([gatewayId]) =>
      graphEdge({
        kind: "gateway",
        source: id,
        target: gatewayId,
        evidence: `${id} is a regional NAT gateway`,
        ...down,
      }),
    );
  }
  const effective = effectiveRouteTable(network, resource.SubnetId);
  if (effective.status === "unknown") return [];
  return (effective.routeTable.resource.Routes ?? [])
    .filter((route) =>
      ["internet-gateway", "transit-gateway", "vpn-gateway"].includes(routeTarget(route).kind),
    )
    .sort((a, b) => compareText(describeRoute(a), describeRoute(b)))
    .map((route) =>
      graphEdge({
        kind: "gateway",
        source: id,
        target: routeTarget(route).id,
        evidence: `${id} is in ${resource.SubnetId ?? ""}: ${describeRoute(route)} in ${effective.routeTableId}`,
        ...(route.State === "blackhole" ? { isBroken: true } : down),
      }),
    );
}
