"use client";

import { useEffect } from "react";

/** What Escape closes or clears on its own. */
const OWN = "input, textarea, [role=dialog], [role=listbox], [role=menu]";

/** Calls back on Escape wherever the focus is, unless what has the focus takes it for itself. */
export function useEscape(isOn: boolean, onEscape: () => void): void {
  // The focus may be on nothing, so only the document hears every key.
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(OWN)) return;
      onEscape();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [isOn, onEscape]);
}
