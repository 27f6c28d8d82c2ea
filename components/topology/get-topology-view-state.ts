import type { Topology } from "@/lib/contract/topology";

export type TopologyViewState =
  | { kind: "loading" }
  | { kind: "no-snapshot" }
  | { kind: "error"; error: Error }
  /** There is no VPC at all, or its call failed: then the gap says why. */
  | { kind: "empty"; topology: Topology }
  | { kind: "ready"; topology: Topology };

/** Turns the query's flags into the one thing the page shows. */
export function getTopologyViewState(query: {
  data: Topology | undefined;
  error: Error | null;
  isNoSnapshot: boolean;
}): TopologyViewState {
  if (query.data) {
    return query.data.nodes.length === 0
      ? { kind: "empty", topology: query.data }
      : { kind: "ready", topology: query.data };
  }
  if (query.isNoSnapshot) return { kind: "no-snapshot" };
  if (query.error) return { kind: "error", error: query.error };
  return { kind: "loading" };
}
