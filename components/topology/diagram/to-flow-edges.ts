import { lineWords } from "@/lib/core/topology/reach/line-words";
import type { ReachDrawing } from "@/lib/core/topology/reach/draw-reach";
import { toEdgePath } from "../layout/edge-path";
import type { Point, TopologyLayout } from "../layout/layout-types";
import { layer, type Emphasis, type FlowEdge, type FlowInput } from "./to-flow";

export function toFlowEdges(input: FlowInput): FlowEdge[] {
  const { graph, layout, chain, pointedId, drawing, pointedLineId } = input;
  const edgeById = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const isGrid = layout.folds !== undefined;
  return inOrder(layout.edges, drawing).flatMap((line): FlowEdge[] => {
    const edge = edgeById.get(line.id);
    if (!edge) return [];
    const isPointed = pointedId !== undefined && (edge.source === pointedId || edge.target === pointedId);
    const emphasis = isGrid && isPointed ? "lit" : emphasisOf(chain?.edgeIds, edge.id);
    // In the gutters of a grid lines lie on each other: only those of one VPC can be followed.
    if (isGrid && emphasis !== "lit") return [];
    const reachLine = emphasis === "lit" ? drawing?.lines.get(edge.id) : undefined;
    return [
      {
        id: edge.id,
        type: "route",
        source: edge.source,
        target: edge.target,
        zIndex: emphasis === "lit" ? layer.litLine : layer.line,
        focusable: reachLine !== undefined,
        selectable: false,
        ...(reachLine && {
          ariaLabel: lineWords(graph, reachLine),
          domAttributes: { "aria-describedby": "" },
        }),
        data: {
          path: toEdgePath(line.points),
          arrow: toArrow(line.points),
          emphasis,
          isBroken: edge.isBroken === true,
          title: edge.evidence,
          ...(reachLine && { verdict: reachLine.verdict }),
          isPointed: edge.id === pointedLineId,
        },
      },
    ];
  });
}

/** Lines are focused in the order of the packet. */
function inOrder(lines: TopologyLayout["edges"], drawing: ReachDrawing | undefined): TopologyLayout["edges"] {
  if (drawing === undefined) return lines;
  const rank = new Map([...drawing.lines.keys()].map((id, index) => [id, index]));
  return [...lines].sort((a, b) => (rank.get(a.id) ?? -1) - (rank.get(b.id) ?? -1));
}

function emphasisOf(lit: ReadonlySet<string> | undefined, id: string): Emphasis {
  if (!lit) return "quiet";
  return lit.has(id) ? "lit" : "dim";
}

/** A head of 5 px at the line's end, in the direction of its last segment. */
function toArrow(points: readonly Point[]): string {
  const end = points.at(-1);
  const before = points.findLast((point) => end !== undefined && (point.x !== end.x || point.y !== end.y));
  if (!end || !before) return "";
  const length = Math.hypot(end.x - before.x, end.y - before.y);
  const dx = ((end.x - before.x) / length) * 6;
  const dy = ((end.y - before.y) / length) * 6;
  const left = `${end.x - dx - dy / 2} ${end.y - dy + dx / 2}`;
  const right = `${end.x - dx + dy / 2} ${end.y - dy - dx / 2}`;
  return `M ${end.x} ${end.y} L ${left} L ${right} Z`;
}
