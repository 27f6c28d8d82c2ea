import type { MarkedHop } from "../../reachability/sentence/number-blocks";
import type { SelectionChain } from "./selection-chain";
import { ancestorsOf, type ViewEdge, type ViewGraph, type ViewNode } from "./view-graph";

/** The way of a packet on a diagram, and where it is stopped. */
export interface PathChain<Edge extends ViewEdge = ViewEdge> extends SelectionChain<Edge> {
  readonly blockedIds: ReadonlySet<string>;
}

/** Both ends as the question names them; they stand on the diagram by their names. */
export interface PathEnds {
  from: string;
  to: string;
}

/**
 * What of a diagram a packet passes: the nodes of its hops and of its ends, and the edges that lead from one to a later
 * one. A hop that the diagram does not draw, such as a route table, is passed over: its stop is shown at the last
 * node before it.
 */
export function pathChain<Node extends ViewNode, Edge extends ViewEdge>(
  graph: ViewGraph<Node, Edge>,
  hops: readonly MarkedHop[],
  { from, to }: PathEnds,
): PathChain<Edge> {
  const steps: string[][] = [nodesOf(graph, from)];
  const blockedIds = new Set<string>();
  for (const { hop, blocks } of hops) {
    const found = nodesOf(graph, hop.resourceId);
    if (found.length > 0) steps.push(found);
    const isStopped = blocks.some(({ explanation }) => explanation.effect === "connectivity");
    if (isStopped) for (const id of steps.findLast((step) => step.length > 0) ?? []) blockedIds.add(id);
  }
  steps.push(nodesOf(graph, to));
  const orderOf = new Map<string, number>();
  for (const [order, ids] of steps.entries()) for (const id of ids) orderOf.set(id, orderOf.get(id) ?? order);
  const edges = graph.edges
    .filter(({ source, target }) => (orderOf.get(source) ?? Infinity) < (orderOf.get(target) ?? -1))
    .sort((a, b) => (orderOf.get(a.source) ?? 0) - (orderOf.get(b.source) ?? 0));
  const nodeIds = new Set([...orderOf.keys()].flatMap((id) => [id, ...ancestorsOf(graph, id)]));
  return {
    nodeIds,
    edgeIds: new Set(edges.map(({ id }) => id)),
    upstream: [],
    downstream: edges,
    blockedIds,
  };
}

const containers: ReadonlySet<string> = new Set(["region", "vpc", "zone"]);

/** By id, by a function that it holds, or by the name of what is no EC2 resource: a service, a database. */
function nodesOf(graph: ViewGraph, name: string): string[] {
  const short = name.slice(name.lastIndexOf(":") + 1);
  return graph.nodes
    .filter(({ id, kind, label, resourceId, functions = [] }) => {
      if (containers.has(kind)) return false;
      if (id === name || id === `service:${name}` || resourceId === name) return true;
      if (functions.some(({ functionName }) => functionName === short)) return true;
      return named.has(kind) && label === short;
    })
    .map(({ id }) => id);
}

const named: ReadonlySet<string> = new Set(["aws-service", "db-instance", "cache-cluster", "internet"]);
