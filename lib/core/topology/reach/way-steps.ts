import type { ToldHop } from "../../reachability/sentence/told-answer";
import type { ViewGraph, ViewNode } from "../view/view-graph";

/** A node that packets pass, and the routes and rules that brought them there from the one before. */
export interface WayStep {
  nodeId: string;
  facts: string[];
}

/** How hops are found on a diagram. */
export interface HopNames {
  /** Which endpoint or instance an interface belongs to. */
  owners: Readonly<Record<string, string>>;
  names: Readonly<Record<string, string>>;
}

type Place = (hop: ToldHop, subnetId: string | undefined) => string | undefined;

/**
 * The nodes of a diagram on a packet's way, after the connection that it starts from. Hops that are not drawn (route
 * tables, interfaces of the far end, subnets of another VPC) are passed over; what they say of the route is kept.
 */
export function waySteps(
  graph: ViewGraph,
  forward: readonly ToldHop[],
  { owners, names }: HopNames,
): WayStep[] {
  const placeOf = placeIn(graph, owners);
  const steps: WayStep[] = [];
  let facts: string[] = [];
  let subnetId: string | undefined;
  for (const [index, hop] of forward.entries()) {
    if (hop.kind === "subnet") subnetId = hop.resourceId;
    if (hop.kind === "route-table" || hop.kind === "transit-gateway-route-table") {
      if (hop.detail !== undefined) facts.push(`${hop.detail} in ${nameWithId(names, hop.resourceId)}`);
    }
    // The sender's own interface stands for the connection.
    const nodeId = index === 0 ? undefined : placeOf(hop, subnetId);
    if (nodeId !== undefined && nodeId !== steps.at(-1)?.nodeId) {
      steps.push({ nodeId, facts });
      facts = [];
    }
    // What lets packets through at a place is told on the line that they leave it by.
    facts.push(...rulesAt(hop, names));
  }
  steps.at(-1)?.facts.push(...facts);
  return steps;
}

function rulesAt({ evidence = [] }: ToldHop, names: HopNames["names"]): string[] {
  return evidence.map(({ resourceId, fact }) =>
    resourceId === undefined ? fact : `${fact} in ${nameWithId(names, resourceId)}`,
  );
}

function nameWithId(names: HopNames["names"], id: string): string {
  const name = names[id];
  return name === undefined ? id : `${id} (${name})`;
}

function placeIn(graph: ViewGraph, owners: HopNames["owners"]): Place {
  const byResource = new Map<string, ViewNode[]>();
  for (const node of graph.nodes) {
    if (node.resourceId === undefined) continue;
    byResource.set(node.resourceId, [...(byResource.get(node.resourceId) ?? []), node]);
  }
  return ({ kind, resourceId }, subnetId) => {
    if (kind === "dns" || kind === "route-table" || kind === "load-balancer") return undefined;
    if (kind === "service") return known(graph, `service:${resourceId}`);
    if (kind === "on-premises") return known(graph, "on-premises");
    const id = owners[resourceId] ?? resourceId;
    const nodes = (byResource.get(id) ?? []).filter((node) => !around.has(node.kind));
    // An endpoint is drawn once in each of its subnets.
    const found = nodes.find(({ parentId }) => parentId === subnetId) ?? nodes[0];
    return found?.id ?? (kind === "internet" ? known(graph, id) : undefined);
  };
}

const around: ReadonlySet<string> = new Set(["region", "vpc", "zone"]);

function known(graph: ViewGraph, id: string): string | undefined {
  return graph.nodeById.has(id) ? id : undefined;
}
