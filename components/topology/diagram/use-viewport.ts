"use client";

import { useEffect, useRef } from "react";
import { useReactFlow, useStore } from "reactflow";
import type { SelectionChain } from "@/lib/core/topology/view/selection-chain";
import { boundsOf, isWithin } from "../layout/bounds";
import { gridStart } from "../overview-grid/grid-start";
import type { TopologyLayout } from "../layout/layout-types";

const MOVE_MS = 250;
/** Below this names cannot be read: a chain that needs less is left to be walked along. */
const SMALLEST_ZOOM = 0.5;

function motionMs(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : MOVE_MS;
}

/**
 * Moves the viewport, and only for four reasons: another diagram came (fit it), a search or link asked for a node
 * (centre it), the page opened with a selection, and a lit chain that the panel beside it would leave half hidden.
 */
export function useViewport(input: {
  graph: object;
  layout: TopologyLayout;
  selectedId: string | null;
  centerRequest: number;
  chain: SelectionChain | undefined;
  /** All of it would be too small to read: it begins where it begins, to be walked along. */
  isPhone: boolean;
}): void {
  const { graph, layout, selectedId, centerRequest, chain, isPhone } = input;
  const { setCenter, setViewport, fitView, fitBounds, getViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const shownGraph = useRef<object>(undefined);
  const handledRequest = useRef(0);
  const centeredId = useRef<string>(undefined);

  // The viewport lives in React Flow's store, outside React's rendering.
  useEffect(() => {
    const isNewGraph = shownGraph.current !== graph;
    const isAsked = handledRequest.current !== centerRequest;
    if (!isNewGraph && !isAsked) return;
    const box = layout.nodes.find((node) => node.id === selectedId);
    // A node that was folded away has its place with the next layout, a grid's start needs the canvas's size.
    if ((isAsked && selectedId !== null && !box) || width === 0) return;
    const isFirst = shownGraph.current === undefined;
    shownGraph.current = graph;
    handledRequest.current = centerRequest;
    if (box && (isAsked || isFirst)) {
      centeredId.current = box.id;
      void setCenter(box.x + box.width / 2, box.y + Math.min(box.height, 240) / 2, {
        zoom: 1,
        duration: isFirst ? 0 : motionMs(),
      });
    } else if (layout.folds !== undefined || isPhone) {
      void setViewport(gridStart(layout, { width, height }), { duration: isFirst ? 0 : motionMs() });
    } else if (!isFirst) {
      void fitView({ padding: 0.02, maxZoom: 1, duration: motionMs() });
    }
  }, [graph, layout, selectedId, centerRequest, width, height, setCenter, setViewport, fitView, isPhone]);

  // Opening the panel narrows the canvas, which React Flow learns a moment after the selection: hence the size.
  useEffect(() => {
    if (chain === undefined || selectedId === null || centeredId.current === selectedId || width === 0)
      return;
    const bounds = boundsOf(layout.nodes.filter((node) => chain.nodeIds.has(node.id)));
    if (bounds === undefined || isWithin(bounds, getViewport(), { width, height })) return;
    if (Math.min(width / bounds.width, height / bounds.height) < SMALLEST_ZOOM) return;
    void fitBounds(bounds, { padding: 0.02, duration: motionMs() });
  }, [chain, selectedId, layout, width, height, fitBounds, getViewport]);
}
