"use client";

import { useEffect, useRef } from "react";
import { useReactFlow } from "reactflow";
import type { TopologyLayout } from "../layout/layout-types";

const MOVE_MS = 250;

function motionMs(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : MOVE_MS;
}

/**
 * Moves the viewport, and only for three reasons: another diagram came (fit it), a search or link asked for a node
 * (centre it), the page opened with a selection. Selecting by hand never moves what one looks at.
 */
export function useViewport(input: {
  graph: object;
  layout: TopologyLayout;
  selectedId: string | null;
  centerRequest: number;
}): void {
  const { graph, layout, selectedId, centerRequest } = input;
  const { setCenter, fitView } = useReactFlow();
  const shownGraph = useRef<object>(undefined);
  const handledRequest = useRef(0);

  // The viewport lives in React Flow's store, outside React's rendering.
  useEffect(() => {
    const isNewGraph = shownGraph.current !== graph;
    const isAsked = handledRequest.current !== centerRequest;
    if (!isNewGraph && !isAsked) return;
    const isFirst = shownGraph.current === undefined;
    shownGraph.current = graph;
    handledRequest.current = centerRequest;
    const box = layout.nodes.find((node) => node.id === selectedId);
    if (box && (isAsked || isFirst)) {
      void setCenter(box.x + box.width / 2, box.y + Math.min(box.height, 240) / 2, {
        zoom: 1,
        duration: isFirst ? 0 : motionMs(),
      });
    } else if (!isFirst) {
      void fitView({ padding: 0.02, maxZoom: 1, duration: motionMs() });
    }
  }, [graph, layout, selectedId, centerRequest, setCenter, fitView]);
}
