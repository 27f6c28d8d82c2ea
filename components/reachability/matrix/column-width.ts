/** A cell's mark needs no less; wider than this the eye loses its row. */
const LEAST = 44;
const MOST = 80;

/** As wide as the room allows for that many columns, in whole pixels: many scroll, few do not drift apart. */
export function columnWidth(room: number, count: number): number {
  if (count === 0) return LEAST;
  return Math.min(MOST, Math.max(LEAST, Math.floor(room / count)));
}
