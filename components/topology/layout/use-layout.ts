"use client";

import { useCallback, useEffect, useState } from "react";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import type { GridShape } from "../overview-grid/fold-vpcs";
import { computeLayout } from "./compute-layout";
import type { LayoutResult } from "./layout-result";

interface Settled {
  graph: ViewGraph;
  expandedIds: ReadonlySet<string>;
  attempt: number;
  result: LayoutResult;
}

/**
 * The layout of a diagram. While a new one is computed the one before stays, so that expanding a connection does not
 * blank the picture; `isComputing` says so.
 */
export function useLayout(
  graph: ViewGraph,
  expandedIds: ReadonlySet<string>,
  shape: GridShape,
): { result: LayoutResult | undefined; isComputing: boolean; retry: () => void } {
  const [settled, setSettled] = useState<Settled>();
  const [attempt, setAttempt] = useState(0);

  // A worker is outside React: ask it when the diagram changes and drop the answer when it came too late.
  useEffect(() => {
    let isCurrent = true;
    void computeLayout(graph, expandedIds, shape).then((result) => {
      if (isCurrent) setSettled({ graph, expandedIds, attempt, result });
    });
    return () => {
      isCurrent = false;
    };
  }, [graph, expandedIds, shape, attempt]);

  const retry = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);
  const isOfThisGraph = settled?.graph === graph;
  return {
    result: isOfThisGraph ? settled.result : undefined,
    isComputing: !isOfThisGraph || settled.expandedIds !== expandedIds || settled.attempt !== attempt,
    retry,
  };
}
