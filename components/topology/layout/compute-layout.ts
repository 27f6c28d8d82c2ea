import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { isOverviewGrid, type GridShape } from "../overview-grid/fold-vpcs";
import { packOverview } from "../overview-grid/pack-overview";
import { runElk } from "./elk-engine";
import { fromElk } from "./from-elk";
import { isTooLarge, MAX_LAYOUT_NODES, type LayoutResult } from "./layout-result";
import { toElk } from "./to-elk";
import { DeadlineError } from "./with-deadline";

/** Lays a diagram out in the worker. Never throws: every way it can end is a result for the page to show. */
export async function computeLayout(
  graph: ViewGraph,
  expandedIds: ReadonlySet<string>,
  shape: GridShape,
): Promise<LayoutResult> {
  if (isOverviewGrid(graph, shape)) return packWithinLimits(graph, expandedIds, shape);
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

/** A grid needs no worker: 2,000 tiles are packed in some milliseconds. What is folded away counts as one. */
function packWithinLimits(
  graph: ViewGraph,
  expandedIds: ReadonlySet<string>,
  shape: GridShape,
): LayoutResult {
  const layout = packOverview(graph, expandedIds, shape);
  const nodeCount = layout.nodes.length;
  if (nodeCount <= MAX_LAYOUT_NODES) return { status: "ready", layout };
  return { status: "too-large", nodeCount, edgeCount: layout.edges.length };
}
