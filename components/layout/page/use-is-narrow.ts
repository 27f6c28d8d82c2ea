"use client";

import { useSyncExternalStore } from "react";

/** Below this the panel has no room beside the diagram: Tailwind's `lg`. */
const NARROW = "(max-width: 1023px)";
/** Below this a diagram is hard to use and the table comes first: Tailwind's `sm`. */
const PHONE = "(max-width: 639px)";

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", onChange);
      return () => {
        media.removeEventListener("change", onChange);
      };
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

export const useIsNarrow = () => useMedia(NARROW);
export const useIsPhone = () => useMedia(PHONE);
