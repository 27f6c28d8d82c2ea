import { laneOf, laneRank, subnetRank } from "./lane";
import { compareText, type ViewGraph, type ViewNode } from "./view-graph";

/**
 * The order in which a person reads the diagram: lane by lane from the left, each container before what it holds,
 * zones by name, subnets public, private, isolated. Also the order of focus and of the table.
 */
export function readingOrder<Node extends ViewNode>(graph: ViewGraph<Node>): Node[] {
  const ordered: Node[] = [];
  const seen = new Set<string>();
  const parentKind = (node: Node) =>
    node.parentId === undefined ? undefined : graph.nodeById.get(node.parentId)?.kind;
  const compare = (a: Node, b: Node) =>
    laneRank(laneOf(a.kind, parentKind(a))) - laneRank(laneOf(b.kind, parentKind(b))) ||
    subnetRank(a.subnetKind) - subnetRank(b.subnetKind) ||
    compareText(a.label, b.label) ||
    compareText(a.id, b.id);
  const visit = (nodes: readonly Node[]) => {
    for (const node of [...nodes].sort(compare)) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      ordered.push(node);
      visit(graph.childrenOf.get(node.id) ?? []);
    }
  };
  visit(graph.nodes.filter((node) => node.parentId === undefined || !graph.nodeById.has(node.parentId)));
  return ordered;
}
