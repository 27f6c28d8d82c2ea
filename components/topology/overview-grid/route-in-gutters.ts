import type { Point } from "../layout/layout-types";
import { sizes } from "../layout/node-size";
import type { Cell } from "./place-cells";

const half = sizes.gridGap / 2;
/** Left of every region. */
const MARGIN_X = -sizes.laneGap / 2;

/**
 * A line from tile to tile that keeps to the gutters, so that it runs under none: out to the right, along the gutter
 * below the row, up or down in the gutter left of its end. To another shelf it goes round by the margin, since only the
 * rows of one shelf are in line.
 */
export function routeInGutters(source: Cell, target: Cell): Point[] {
  const from = { x: source.x + source.width, y: source.y + source.height / 2 };
  const to = { x: target.x, y: target.y + target.height / 2 };
  const outX = from.x + half;
  const inX = to.x - half;
  const below = source.y + source.height + half;
  const start = [from, { x: outX, y: from.y }];
  const end = [{ x: inX, y: to.y }, to];
  if (source.shelf !== target.shelf) {
    const entry = target.y + target.height + half;
    return [
      ...start,
      { x: outX, y: below },
      { x: MARGIN_X, y: below },
      { x: MARGIN_X, y: entry },
      { x: inX, y: entry },
      ...end,
    ];
  }
  if (outX === inX) return [...start, ...end];
  return [...start, { x: outX, y: below }, { x: inX, y: below }, ...end];
}
