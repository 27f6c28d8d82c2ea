import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { runElk } from "./elk-engine";
import { fromElk } from "./from-elk";
import { isTooLarge, type LayoutResult } from "./layout-result";
import { toElk } from "./to-elk";
import { DeadlineError } from "./with-deadline";

/** Lays a diagram out in the worker. Never throws: every way it can end is a result for the page to show. */
export async function computeLayout(
  graph: ViewGraph,
  expandedIds: ReadonlySet<string>,
): Promise<LayoutResult> {
  const nodeCount = graph.nodes.length;
  const edgeCount = graph.edges.length;
  if (isTooLarge(nodeCount, edgeCount)) return { status: "too-large", nodeCount, edgeCount };
  const input = toElk(graph, expandedIds);
  try {
    return { status: "ready", layout: fromElk(await runElk(input.elkGraph), input) };
  } catch (error) {
    if (error instanceof DeadlineError) return { status: "timed-out", afterMs: error.afterMs };
    return { status: "failed", message: error instanceof Error ? error.message : "The layout worker failed" };
  }
}
