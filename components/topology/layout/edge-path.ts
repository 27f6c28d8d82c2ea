import type { Point } from "./layout-types";

/** An SVG path through the points with rounded corners; a corner never takes more than half of a short segment. */
export function toEdgePath(points: readonly Point[], radius = 6): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const parts = [`M ${first.x} ${first.y}`];
  let previous = first;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (next) {
      const size = Math.min(radius, distance(previous, point) / 2, distance(point, next) / 2);
      const before = towards(point, previous, size);
      const after = towards(point, next, size);
      parts.push(`L ${before.x} ${before.y}`, `Q ${point.x} ${point.y} ${after.x} ${after.y}`);
    } else {
      parts.push(`L ${point.x} ${point.y}`);
    }
    previous = point;
  });
  return parts.join(" ");
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const total = distance(from, to);
  if (total === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / total, y: from.y + ((to.y - from.y) * length) / total };
}
