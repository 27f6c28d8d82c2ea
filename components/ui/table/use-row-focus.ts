"use client";

import { useState, type KeyboardEvent, type RefObject } from "react";

export const ROW_HEIGHT = 36;

interface RowFocusOptions {
  count: number;
  scrollToIndex: (index: number) => void;
  scrollRef: RefObject<HTMLDivElement | null>;
}

/** Where a key moves from row `index` of `count`; null for keys that do not move. */
export function moveFor(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, index + 1);
    case "ArrowUp":
      return Math.max(0, index - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "PageDown":
      return Math.min(count - 1, index + 10);
    case "PageUp":
      return Math.max(0, index - 10);
    default:
      return null;
  }
}

/** One row is in the tab order; arrows move it. A row out of sight is scrolled to before it can take the focus. */
export function useRowFocus({ count, scrollToIndex, scrollRef }: RowFocusOptions) {
  const [wanted, setActiveIndex] = useState(0);
  const activeIndex = Math.min(wanted, Math.max(0, count - 1));
  const focusRow = (index: number, tries = 4) => {
    const row = scrollRef.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
    if (row) row.focus();
    else if (tries > 0)
      requestAnimationFrame(() => {
        focusRow(index, tries - 1);
      });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const next = moveFor(event.key, activeIndex, count);
    if (next === null) return;
    event.preventDefault();
    setActiveIndex(next);
    scrollToIndex(next);
    focusRow(next);
  };
  return { activeIndex, setActiveIndex, onKeyDown };
}
