import type { ViewGraph } from "../view/view-graph";

/** Ways as the names of their nodes, "orders → prod-private-a → prod-nat-a": each way once. */
export function pathWords(graph: ViewGraph, paths: readonly (readonly string[])[]): string[] {
  const words = paths.map((path) => path.map((id) => graph.nodeById.get(id)?.label ?? id).join(" → "));
  return [...new Set(words)];
}
