"use client";

import { useCallback, useState, type KeyboardEvent, type RefObject } from "react";

interface CellFocusOptions {
  rowCount: number;
  columnCount: number;
  scrollRef: RefObject<HTMLDivElement | null>;
  scrollTo: (row: number, column: number) => void;
}

/** One cell of the grid takes the Tab key; arrows, Home and End move from it. */
export function useCellFocus({ rowCount, columnCount, scrollRef, scrollTo }: CellFocusOptions) {
  const [active, setPlace] = useState<readonly [number, number]>([0, 0]);
  const row = Math.min(active[0], rowCount - 1);
  const column = Math.min(active[1], columnCount - 1);
  const setActive = useCallback((atRow: number, atColumn: number) => {
    // The same place is no change: nothing is drawn again.
    setPlace((at) => (at[0] === atRow && at[1] === atColumn ? at : [atRow, atColumn]));
  }, []);
  const moveTo = (nextRow: number, nextColumn: number) => {
    const to = [clamp(nextRow, rowCount), clamp(nextColumn, columnCount)] as const;
    setActive(to[0], to[1]);
    scrollTo(to[0], to[1]);
    const cell = () => scrollRef.current?.querySelector<HTMLElement>(`[data-cell="${to[0]} ${to[1]}"]`);
    const drawn = cell();
    if (drawn) drawn.focus();
    // It may be drawn only once it has been scrolled to.
    else requestAnimationFrame(() => cell()?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? rowCount - 1 : row, columnCount - 1],
      PageDown: [row + 10, column],
      PageUp: [row - 10, column],
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    moveTo(to[0], to[1]);
  };
  return {
    row,
    column,
    setActive,
    onKeyDown,
  };
}

function clamp(at: number, count: number): number {
  return Math.max(0, Math.min(at, count - 1));
}
