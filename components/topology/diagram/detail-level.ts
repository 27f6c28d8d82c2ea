/** Far: names only. Middle: names and what they are. Near: everything. */
export type DetailLevel = "far" | "middle" | "near";

/** At zoom 0.5 a 13 px label is 6.5 px high: below that only names, drawn larger, can be read. */
const FAR_BELOW = 0.5;
const NEAR_FROM = 0.85;

export function toDetailLevel(zoom: number): DetailLevel {
  if (zoom < FAR_BELOW) return "far";
  return zoom < NEAR_FROM ? "middle" : "near";
}
