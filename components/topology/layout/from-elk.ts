import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api";
import type { RowEnd } from "./edge-ports";
import type { Box, LaidOutEdge, LaidOutNode, Point, TopologyLayout } from "./layout-types";
import type { ElkInput } from "./to-elk";

/** Reads ELK's answer: boxes in absolute pixels (rows of a block too) and the route of every edge. */
export function fromElk(answer: ElkNode, input: ElkInput): TopologyLayout {
  const blockById = new Map(input.blocks.map((block) => [block.id, block]));
  const nodes: LaidOutNode[] = [];
  const visit = (node: ElkNode, depth: number) => {
    const box = boxOf(node);
    const block = blockById.get(node.id);
    if (block) {
      for (const row of block.rows) {
        const { id, width, height } = row;
        nodes.push({ id, x: box.x + row.x, y: box.y + row.y, width, height, depth: depth + row.level - 1 });
      }
      return;
    }
    nodes.push({ id: node.id, ...box, depth });
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  for (const child of answer.children ?? []) visit(child, 0);

  const boxById = new Map<string, Box>(nodes.map((node) => [node.id, node]));
  const edges = allEdges(answer).flatMap((edge): LaidOutEdge[] => {
    const points = pointsOf(edge);
    const use = input.portUses.get(edge.id);
    if (points.length < 2 || !use) return [];
    return [{ id: edge.id, points: reachInto(points, use.sourceRow, use.targetRow, boxById) }];
  });
  return { nodes, edges, width: answer.width ?? 0, height: answer.height ?? 0 };
}

function boxOf(node: ElkNode): Box {
  return { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 };
}

function allEdges(node: ElkNode): ElkExtendedEdge[] {
  return [...(node.edges ?? []), ...(node.children ?? []).flatMap(allEdges)];
}

function pointsOf(edge: ElkExtendedEdge): Point[] {
  return (edge.sections ?? []).flatMap((section) => [
    section.startPoint,
    ...(section.bendPoints ?? []),
    section.endPoint,
  ]);
}

/** ELK ends a line at the block's side; the row it means lies a padding further in. */
function reachInto(
  points: readonly Point[],
  sourceRow: RowEnd | undefined,
  targetRow: RowEnd | undefined,
  boxById: ReadonlyMap<string, Box>,
): Point[] {
  const first = points[0];
  const last = points.at(-1);
  const start = first && sourceRow ? sideOf(sourceRow, first, boxById) : undefined;
  const end = last && targetRow ? sideOf(targetRow, last, boxById) : undefined;
  return [...(start ? [start] : []), ...points, ...(end ? [end] : [])];
}

function sideOf(row: RowEnd, at: Point, boxById: ReadonlyMap<string, Box>): Point | undefined {
  const box = boxById.get(row.rowId);
  if (!box) return undefined;
  return { x: row.side === "WEST" ? box.x : box.x + box.width, y: at.y };
}
