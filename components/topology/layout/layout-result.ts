import type { TopologyLayout } from "./layout-types";

/** Every way a layout can end. None of them is an empty diagram. */
export type LayoutResult =
  | { status: "ready"; layout: TopologyLayout }
  | { status: "too-large"; nodeCount: number; edgeCount: number }
  | { status: "timed-out"; afterMs: number }
  | { status: "failed"; message: string };

/** ELK took 3.1 s for 1,300 nodes and 2,600 edges in Chromium on a laptop core; twice that tries a person's patience. */
export const MAX_LAYOUT_NODES = 2_000;
export const MAX_LAYOUT_EDGES = 5_000;
/** Wall-clock, from asking to answer. */
export const LAYOUT_DEADLINE_MS = 10_000;
/** Loading the 1.5 MB worker script from the app's own server. */
export const START_DEADLINE_MS = 15_000;

export function isTooLarge(nodeCount: number, edgeCount: number): boolean {
  return nodeCount > MAX_LAYOUT_NODES || edgeCount > MAX_LAYOUT_EDGES;
}
