"use client";

import { useCallback, type KeyboardEvent, type RefObject } from "react";
import { useReactFlow } from "reactflow";
import { nextFocus } from "./next-focus";
import { nextInGrid } from "../overview-grid/next-in-grid";
import type { DiagramNode } from "./to-flow";

/**
 * Escape clears the selection; arrows, Home and End move the focus in reading order, also to nodes that are out of
 * sight and therefore not in the page: the viewport goes there first. Enter and Space are React Flow's own.
 */
export function useDiagramKeys(input: {
  nodes: readonly DiagramNode[];
  isGrid: boolean;
  wrapper: RefObject<HTMLDivElement | null>;
  onSelect: (nodeId: string | null) => void;
}): (event: KeyboardEvent<HTMLDivElement>) => void {
  const { nodes, isGrid, wrapper, onSelect } = input;
  const { setCenter, getZoom } = useReactFlow();
  return useCallback(
    (event) => {
      if (event.key === "Escape") {
        onSelect(null);
        return;
      }
      const focused =
        document.activeElement?.closest(".react-flow__node")?.getAttribute("data-id") ?? undefined;
      if (focused === undefined) return;
      const ids = nodes.map((node) => node.id);
      const inGrid = isGrid ? nextInGrid(nodes, focused, event.key) : undefined;
      const nextId = inGrid ?? nextFocus(ids, focused, event.key);
      const target = nodes.find((node) => node.id === nextId);
      if (!target) return;
      event.preventDefault();
      void setCenter(
        target.position.x + (target.width ?? 0) / 2,
        target.position.y + Math.min(target.height ?? 0, 240) / 2,
        { zoom: Math.max(getZoom(), 0.6) },
      ).then(() => {
        requestAnimationFrame(() => {
          const element = wrapper.current?.querySelector(
            `.react-flow__node[data-id="${CSS.escape(target.id)}"]`,
          );
          if (element instanceof HTMLElement) element.focus({ preventScroll: true });
        });
      });
    },
    [nodes, isGrid, wrapper, onSelect, setCenter, getZoom],
  );
}
