import { ancestorsOf, descendantsOf, type ViewEdge, type ViewGraph, type ViewNode } from "./view-graph";

/** What lights up when a node is selected. */
export interface SelectionChain<Edge extends ViewEdge = ViewEdge> {
  readonly nodeIds: ReadonlySet<string>;
  readonly edgeIds: ReadonlySet<string>;
  /** Towards the functions: how traffic comes to the node, farthest first. */
  readonly upstream: readonly Edge[];
  /** Where traffic goes from the node, nearest first. */
  readonly downstream: readonly Edge[];
}

const containers: ReadonlySet<string> = new Set(["region", "vpc", "zone"]);

/**
 * The chain of a node: everything that leads to it and everything it leads to, with the containers around them.
 * A region, VPC or zone lights up what it holds and the edges that touch that.
 */
export function selectionChain<Node extends ViewNode, Edge extends ViewEdge>(
  graph: ViewGraph<Node, Edge>,
  selectedId: string,
): SelectionChain<Edge> | undefined {
  const selected = graph.nodeById.get(selectedId);
  if (!selected) return undefined;
  if (containers.has(selected.kind)) return containerChain(graph, selectedId);
  const upstream = walk(graph.incoming, selectedId, (edge) => edge.source).reverse();
  const downstream = walk(graph.outgoing, selectedId, (edge) => edge.target);
  return toChain(graph, [selectedId], upstream, downstream);
}

function containerChain<Node extends ViewNode, Edge extends ViewEdge>(
  graph: ViewGraph<Node, Edge>,
  selectedId: string,
): SelectionChain<Edge> {
  const inside = new Set([selectedId, ...descendantsOf(graph, selectedId)]);
  const upstream = graph.edges.filter((edge) => inside.has(edge.target) && !inside.has(edge.source));
  const downstream = graph.edges.filter((edge) => inside.has(edge.source));
  return toChain(graph, [...inside], upstream, downstream);
}

function toChain<Node extends ViewNode, Edge extends ViewEdge>(
  graph: ViewGraph<Node, Edge>,
  seeds: readonly string[],
  upstream: readonly Edge[],
  downstream: readonly Edge[],
): SelectionChain<Edge> {
  const edges = [...upstream, ...downstream];
  const nodeIds = new Set([...seeds, ...edges.flatMap((edge) => [edge.source, edge.target])]);
  for (const id of [...nodeIds]) for (const ancestor of ancestorsOf(graph, id)) nodeIds.add(ancestor);
  return { nodeIds, edgeIds: new Set(edges.map((edge) => edge.id)), upstream, downstream };
}

/** Edges met breadth first; every edge once, so that a cycle of peered VPCs ends. */
function walk<Edge extends ViewEdge>(
  edgesOf: ReadonlyMap<string, readonly Edge[]>,
  from: string,
  next: (edge: Edge) => string,
): Edge[] {
  const met = new Map<string, Edge>();
  const seen = new Set([from]);
  const queue = [from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const edge of edgesOf.get(id) ?? []) {
      met.set(edge.id, edge);
      const neighbour = next(edge);
      if (seen.has(neighbour)) continue;
      seen.add(neighbour);
      queue.push(neighbour);
    }
  }
  return [...met.values()];
}
