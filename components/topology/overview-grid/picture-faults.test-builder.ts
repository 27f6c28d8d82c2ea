import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import type { Box, LaidOutEdge, TopologyLayout } from "../layout/layout-types";
import { sizes } from "../layout/node-size";

function intersects(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Siblings that lie on each other. */
export function overlaps(graph: ViewGraph, layout: TopologyLayout): string[] {
  const parentOf = (id: string) => graph.nodeById.get(id)?.parentId;
  return layout.nodes.flatMap((a, index) =>
    layout.nodes
      .slice(index + 1)
      .filter((b) => parentOf(a.id) === parentOf(b.id) && intersects(a, b))
      .map((b) => `${a.id} × ${b.id}`),
  );
}

/** Nodes that reach out of their container. */
export function escapes(graph: ViewGraph, layout: TopologyLayout): string[] {
  const boxes = new Map(layout.nodes.map((box) => [box.id, box]));
  return layout.nodes
    .filter((box) => {
      const parent = boxes.get(graph.nodeById.get(box.id)?.parentId ?? "");
      return (
        parent !== undefined &&
        (box.x < parent.x ||
          box.y < parent.y ||
          box.x + box.width > parent.x + parent.width ||
          box.y + box.height > parent.y + parent.height)
      );
    })
    .map((box) => box.id);
}

/** Nodes under whose label a line runs. A container's label is in its header; its padding is there for lines. */
export function crossings(graph: ViewGraph, layout: TopologyLayout): string[] {
  const labelled = layout.nodes.flatMap((box) => {
    const kind = graph.nodeById.get(box.id)?.kind ?? "";
    if (["region", "vpc", "zone"].includes(kind)) return [];
    return kind === "subnet" ? [{ ...box, height: sizes.subnetHeader }] : [box];
  });
  return layout.edges.flatMap((line) =>
    segments(line).flatMap((segment) =>
      labelled.filter((box) => intersects(shrink(box), segment)).map((box) => `${line.id} under ${box.id}`),
    ),
  );
}

function shrink(box: Box): Box {
  return { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
}

function segments({ points }: LaidOutEdge): Box[] {
  return points.slice(1).map((point, index) => {
    const from = points[index] ?? point;
    return {
      x: Math.min(from.x, point.x),
      y: Math.min(from.y, point.y),
      width: Math.max(Math.abs(from.x - point.x), 0.1),
      height: Math.max(Math.abs(from.y - point.y), 0.1),
    };
  });
}
