import { subnetRank } from "@/lib/core/topology/view/lane";
import { compareText, type ViewGraph, type ViewNode } from "@/lib/core/topology/view/view-graph";
import type { Block, BlockRow } from "./layout-types";
import { sizes } from "./node-size";

/** A block's id is never a node's: AWS ids hold no space. */
export function blockIdOf(containerId: string): string {
  return `block of ${containerId}`;
}

interface Shape {
  header: number;
  gap: number;
  lineY: number;
}

const shapeByKind: Readonly<Record<string, Shape>> = {
  zone: { header: sizes.zoneHeader, gap: sizes.gap, lineY: sizes.zoneHeader / 2 },
  subnet: { header: sizes.subnetHeader, gap: sizes.gap, lineY: sizes.subnetHeader / 2 },
};
const resourceShape: Shape = {
  header: sizes.resourceHeight,
  gap: sizes.gap,
  lineY: sizes.resourceHeight / 2,
};

/**
 * Stacks zones as bands, in each its subnets (public, private, isolated), in each its resources. A stack needs no
 * algorithm, and it leaves both sides of every row free for lines, so that none can cross a label.
 */
export function buildBlock(graph: ViewGraph, containerId: string, roots: readonly ViewNode[]): Block {
  const rows: BlockRow[] = [];
  const levels = Math.max(1, ...roots.map((root) => depthBelow(graph, root)));
  const width = sizes.subnetWidth + (levels - 1) * 2 * sizes.pad;
  const place = (node: ViewNode, level: number, y: number): number => {
    const inset = (level - 1) * sizes.pad;
    const shape = shapeByKind[node.kind] ?? resourceShape;
    const row = rows.length;
    const base = { id: node.id, level, x: inset, y, width: width - 2 * inset, lineY: y + shape.lineY };
    rows.push({ ...base, height: shape.header });
    const children = sortRows(graph.childrenOf.get(node.id) ?? []);
    let bottom = y + shape.header;
    for (const child of children) bottom = place(child, level + 1, bottom) + shape.gap;
    if (children.length > 0) bottom += sizes.pad - shape.gap;
    rows[row] = { ...base, height: bottom - y };
    return bottom;
  };
  let height = 0;
  for (const root of sortRows(roots)) height = place(root, 1, height) + sizes.zoneGap;
  return { id: blockIdOf(containerId), width, height: Math.max(0, height - sizes.zoneGap), rows };
}

function depthBelow(graph: ViewGraph, node: ViewNode): number {
  const children = graph.childrenOf.get(node.id) ?? [];
  return 1 + Math.max(0, ...children.map((child) => depthBelow(graph, child)));
}

const kindRank: Readonly<Record<string, number>> = { zone: 0, subnet: 1 };

function sortRows(nodes: readonly ViewNode[]): ViewNode[] {
  return [...nodes].sort(
    (a, b) =>
      (kindRank[a.kind] ?? 2) - (kindRank[b.kind] ?? 2) ||
      subnetRank(a.subnetKind) - subnetRank(b.subnetKind) ||
      compareText(a.kind, b.kind) ||
      compareText(a.label, b.label) ||
      compareText(a.id, b.id),
  );
}
