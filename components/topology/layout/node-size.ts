import type { ViewNode } from "@/lib/core/topology/view/view-graph";

/** Pixels at zoom 1, in steps of 4. The node components are drawn to exactly these sizes. */
export const sizes = {
  connection: { width: 320, height: 60 },
  connectionRow: 24,
  connectionRowsMax: 12,
  leaf: { width: 256, height: 52 },
  reachedRow: 24,
  reachedRowsMax: 12,
  collapsedVpc: { width: 396, height: 72 },
  /** One of many VPCs, in a grid. */
  tile: { width: 208, height: 36 },
  gridGap: 8,
  laneGap: 48,
  resourceHeight: 32,
  subnetHeader: 52,
  subnetWidth: 424,
  zoneHeader: 24,
  gap: 8,
  zoneGap: 12,
  pad: 12,
  vpcHeader: 40,
  regionHeader: 32,
} as const;

/** Rows that an expanded connection shows; the rest are counted in one more row. */
export function visibleFunctionRows(functionCount: number): number {
  return functionCount > sizes.connectionRowsMax ? sizes.connectionRowsMax + 1 : functionCount;
}

/** Rows that a node lists what is reached behind it in; the rest are counted in one more row. */
export function visibleReachedRows(reachedCount: number): number {
  return reachedCount > sizes.reachedRowsMax ? sizes.reachedRowsMax + 1 : reachedCount;
}

/** Size of a node that holds no other. */
export function leafSize(node: ViewNode, isExpanded: boolean): { width: number; height: number } {
  if (node.kind === "vpc") return sizes.collapsedVpc;
  if (node.kind !== "connection") {
    const reached = visibleReachedRows(node.reached?.length ?? 0);
    const below = reached === 0 ? 0 : reached * sizes.reachedRow + sizes.gap;
    return { width: sizes.leaf.width, height: sizes.leaf.height + below };
  }
  const rows = isExpanded ? visibleFunctionRows(node.functions?.length ?? 0) : 0;
  const extra = rows === 0 ? 0 : rows * sizes.connectionRow + sizes.gap;
  return { width: sizes.connection.width, height: sizes.connection.height + extra };
}
