"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import { ROW_HEIGHT } from "./use-row-focus";

export interface RowWindow {
  indexes: number[];
  /** Heights in px of the rows left out above and below. */
  before: number;
  after: number;
  scrollToIndex: (index: number) => void;
}

/** Which rows are in sight, and the height of those that are not. */
export function useRowWindow(count: number, scrollRef: RefObject<HTMLDivElement | null>): RowWindow {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
    initialRect: { width: 1200, height: 900 },
  });
  const items = virtualizer.getVirtualItems();
  return {
    indexes: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    scrollToIndex: (index) => {
      virtualizer.scrollToIndex(index);
    },
  };
}
