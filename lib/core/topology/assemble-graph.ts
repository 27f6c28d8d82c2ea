import type { GraphEdge, GraphNode, GraphPart } from "./graph";
import { compareText } from "./view/view-graph";

/**
 * Joins what the stages made: the first node of an id stays (stages come in order of what they know), an edge needs
 * both its ends, and everything is sorted, so that the order in which AWS answered never shows.
 */
export function assembleGraph(parts: readonly GraphPart[]): GraphPart {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const part of parts) {
    for (const node of part.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
    for (const edge of part.edges) if (!edges.has(edge.id)) edges.set(edge.id, edge);
  }
  const drawn = [...edges.values()].filter(({ source, target }) => nodes.has(source) && nodes.has(target));
  return {
    nodes: [...nodes.values()].sort((a, b) => compareText(a.id, b.id)),
    edges: drawn.sort((a, b) => compareText(a.id, b.id)),
    omitted: parts.flatMap(({ omitted }) => omitted).sort((a, b) => compareText(a.kind, b.kind)),
  };
}
