"use client";

import { useEffect, useState } from "react";
import clsx from "clsx";
import { Check, Copy } from "lucide-react";

export interface CopyIdProps {
  value: string;
  /** Shown instead of the value where that is too long, as with an ARN. */
  display?: string;
  className?: string;
}

/** An id in mono with a button that copies it. */
export function CopyId({ value, display, className }: CopyIdProps) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => {
      setIsCopied(false);
    }, 1500);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied]);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setIsCopied(true);
  };
  return (
    <span className={clsx("text-13 inline-flex max-w-full min-w-0 items-center gap-1 font-mono", className)}>
      <span className="truncate" title={value}>
        {display ?? value}
      </span>
      <button
        type="button"
        aria-label={isCopied ? `Copied ${value}` : `Copy ${value}`}
        onClick={(event) => {
          event.stopPropagation();
          void copy();
        }}
        className="text-ink-faint hover:bg-hover hover:text-ink inline-flex size-6 shrink-0 items-center justify-center rounded-sm"
      >
        {isCopied ? (
          <Check aria-hidden className="text-success size-3.5" />
        ) : (
          <Copy aria-hidden className="size-3.5" />
        )}
      </button>
    </span>
  );
}
