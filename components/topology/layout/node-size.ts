import type { ViewNode } from "@/lib/core/topology/view/view-graph";

/** Pixels at zoom 1, in steps of 4. The node components are drawn to exactly these sizes. */
export const sizes = {
  connection: { width: 304, height: 72 },
  connectionRow: 24,
  connectionRowsMax: 12,
  leaf: { width: 216, height: 56 },
  collapsedVpc: { width: 348, height: 76 },
  resourceHeight: 40,
  subnetHeader: 60,
  subnetWidth: 392,
  zoneHeader: 28,
  gap: 8,
  zoneGap: 16,
  pad: 12,
  vpcHeader: 48,
  regionHeader: 36,
} as const;

/** Rows that an expanded connection shows; the rest are counted in one more row. */
export function visibleFunctionRows(functionCount: number): number {
  return functionCount > sizes.connectionRowsMax ? sizes.connectionRowsMax + 1 : functionCount;
}

/** Size of a node that holds no other. */
export function leafSize(node: ViewNode, isExpanded: boolean): { width: number; height: number } {
  if (node.kind === "vpc") return sizes.collapsedVpc;
  if (node.kind !== "connection") return sizes.leaf;
  const rows = isExpanded ? visibleFunctionRows(node.functions?.length ?? 0) : 0;
  const extra = rows === 0 ? 0 : rows * sizes.connectionRow + sizes.gap;
  return { width: sizes.connection.width, height: sizes.connection.height + extra };
}
