"use client";

import { useEffect, useState } from "react";
import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { Kbd } from "@/components/ui/text/kbd";

/** Loaded when first asked for, or when the pointer comes near: no first paint needs it. */
const loadDialog = () => import("./palette-dialog").then((module) => module.PaletteDialog);
const PaletteDialog = dynamic(loadDialog);

/** ⌘K or Ctrl K, and the button that says so. */
export function SearchPalette() {
  const [wasAsked, setWasAsked] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setWasAsked(true);
      setIsOpen((wasOpen) => !wasOpen);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts="Meta+K Control+K"
        onPointerEnter={() => void loadDialog()}
        onFocus={() => void loadDialog()}
        onClick={() => {
          setWasAsked(true);
          setIsOpen(true);
        }}
        className="border-line bg-surface text-13 text-ink-muted hover:bg-hover flex h-7 items-center gap-2 rounded-md border px-2 lg:w-56"
      >
        <Search aria-hidden className="size-3.5" />
        <span className="flex-1 text-left max-lg:sr-only">Search</span>
        <span className="max-lg:hidden">
          <Kbd>⌘K</Kbd>
        </span>
      </button>
      {wasAsked && <PaletteDialog isOpen={isOpen} onOpenChange={setIsOpen} />}
    </>
  );
}
