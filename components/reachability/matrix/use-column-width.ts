"use client";

import { useEffect, useState, type RefObject } from "react";
import { columnWidth } from "./column-width";

/** The width of a column in the room that the grid has now. */
export function useColumnWidth(
  scrollRef: RefObject<HTMLElement | null>,
  { headWidth, count }: { headWidth: number; count: number },
): number {
  const [room, setRoom] = useState(0);
  // How wide the page leaves the grid is known to the browser only.
  useEffect(() => {
    const element = scrollRef.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setRoom(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [scrollRef]);
  return columnWidth(room - headWidth, count);
}
