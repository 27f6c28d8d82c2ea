import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import { kindLabel } from "@/lib/core/topology/view/kind-label";
import { subnetStripText, toSubnetStrip } from "@/lib/core/topology/view/subnet-strip";
import { countsText, sumOfCounts } from "@/lib/core/topology/view/vpc-counts";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";

/** The second line of a node: what a person compares nodes by. */
export function detailOf(graph: ViewGraph<TopologyNode, TopologyEdge>, node: TopologyNode): string {
  if (node.kind === "subnet") return subnetStripText(toSubnetStrip(graph, node));
  if (node.kind === "aws-service") return kindLabel(node.kind);
  const { sublabel } = node;
  const counts =
    node.kind === "region" ? sumOfCounts(graph.childrenOf.get(node.id) ?? []) : countsText(node.counts);
  if (counts === undefined) return sublabel ?? kindLabel(node.kind);
  return [sublabel, counts].filter((part) => part !== undefined).join(" · ");
}

/** What a screen reader calls a node. */
export function diagramAriaLabel(node: TopologyNode): string {
  const kind = node.kind === "subnet" ? `${node.subnetKind ?? "unknown"} subnet` : kindLabel(node.kind);
  return [`${kind} ${node.label}`, node.sublabel, countsText(node.counts), node.state]
    .filter((part) => part !== undefined)
    .join(", ");
}
