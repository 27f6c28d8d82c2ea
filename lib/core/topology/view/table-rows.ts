import { kindLabel } from "./kind-label";
import { readingOrder } from "./reading-order";
import { countsText } from "./vpc-counts";
import { ancestorsOf, type ViewEdge, type ViewGraph, type ViewNode } from "./view-graph";

export interface NodeRow {
  id: string;
  label: string;
  kind: string;
  /** Names of the containers, outermost first. */
  inside: string;
  detail: string;
  resourceId: string;
}

export interface EdgeRow {
  id: string;
  sourceId: string;
  source: string;
  kind: string;
  targetId: string;
  target: string;
  status: string;
  evidence: string;
}

/** The picture as tables: every node in reading order and every edge in the order of its source. */
export function toTableRows(graph: ViewGraph): { nodes: NodeRow[]; edges: EdgeRow[] } {
  const nodes = readingOrder(graph);
  return { nodes: nodes.map((node) => toNodeRow(graph, node)), edges: toEdgeRows(graph, nodes) };
}

/** Rows in which every word occurs, in whatever column. */
export function filterRows<Row extends object>(rows: readonly Row[], query: string): Row[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter((row) => {
    const text = Object.values(row).join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function toNodeRow(graph: ViewGraph, node: ViewNode): NodeRow {
  const labelOf = (id: string) => graph.nodeById.get(id)?.label ?? id;
  const kind =
    node.kind === "subnet"
      ? `${kindLabel(node.kind)}, ${node.subnetKind ?? "kind unknown"}`
      : kindLabel(node.kind);
  return {
    id: node.id,
    label: node.label,
    kind,
    inside: ancestorsOf(graph, node.id).reverse().map(labelOf).join(" › "),
    detail: [node.sublabel, countsText(node.counts), ...(node.functions ?? []).map((fn) => fn.functionName)]
      .filter((part) => part !== undefined)
      .join(", "),
    resourceId: node.resourceId ?? "",
  };
}

function toEdgeRows(graph: ViewGraph, order: readonly ViewNode[]): EdgeRow[] {
  return order.flatMap((node) =>
    (graph.outgoing.get(node.id) ?? []).map((edge: ViewEdge) => ({
      id: edge.id,
      sourceId: edge.source,
      source: node.label,
      kind: kindLabel(edge.kind),
      targetId: edge.target,
      target: graph.nodeById.get(edge.target)?.label ?? edge.target,
      status: edge.isBroken === true ? "broken" : "in use",
      evidence: edge.evidence,
    })),
  );
}
