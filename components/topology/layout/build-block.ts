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
    const { wired, unwired } = splitByLines(graph, children);
    for (const child of wired) bottom = place(child, level + 1, bottom) + shape.gap;
    bottom = placePairs(rows, unwired, {
      level: level + 1,
      x: level * sizes.pad,
      y: bottom,
      width: width - 2 * level * sizes.pad,
    });
    if (children.length > 0) bottom += sizes.pad - shape.gap;
    rows[row] = { ...base, height: bottom - y };
    return bottom;
  };
  let height = 0;
  for (const root of sortRows(roots)) height = place(root, 1, height) + sizes.zoneGap;
  return { id: blockIdOf(containerId), width, height: Math.max(0, height - sizes.zoneGap), rows };
}

/** Resources that no line touches leave their sides free, so two of them share a row. */
function splitByLines(
  graph: ViewGraph,
  nodes: readonly ViewNode[],
): { wired: ViewNode[]; unwired: ViewNode[] } {
  const isUnwired = (node: ViewNode) =>
    shapeByKind[node.kind] === undefined &&
    !graph.childrenOf.has(node.id) &&
    !graph.incoming.has(node.id) &&
    !graph.outgoing.has(node.id);
  const unwired = nodes.filter(isUnwired);
  return unwired.length < 2
    ? { wired: [...nodes], unwired: [] }
    : { wired: nodes.filter((node) => !isUnwired(node)), unwired };
}

/** Places two to a row; gives the y below the last, with a gap. */
function placePairs(
  rows: BlockRow[],
  nodes: readonly ViewNode[],
  area: { level: number; x: number; y: number; width: number },
): number {
  const width = (area.width - sizes.gap) / 2;
  const step = resourceShape.header + sizes.gap;
  nodes.forEach((node, index) => {
    const x = area.x + (index % 2) * (width + sizes.gap);
    const y = area.y + Math.floor(index / 2) * step;
    rows.push({
      id: node.id,
      level: area.level,
      x,
      y,
      width,
      height: resourceShape.header,
      lineY: y + resourceShape.lineY,
    });
  });
  return area.y + Math.ceil(nodes.length / 2) * step;
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
