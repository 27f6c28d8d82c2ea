"use client";

import { useEffect, useState } from "react";
import { Check, Copy } from "lucide-react";
import { Button } from "./button";

export interface CopyButtonProps {
  /** "Copy the link". */
  label: string;
  /** Made when it is asked for: a link is of the address as it is then. */
  text: () => string;
  className?: string;
}

/** Puts a text on the clipboard, and says so for a moment. */
export function CopyButton({ label, text, className = "" }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  // The word goes back by itself, so that a second copy can be told from the first.
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => {
      setIsCopied(false);
    }, 1500);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied]);
  return (
    <Button
      size="sm"
      className={className}
      icon={isCopied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
      onClick={() => {
        void navigator.clipboard.writeText(text()).then(() => {
          setIsCopied(true);
        });
      }}
    >
      {isCopied ? "Copied" : label}
    </Button>
  );
}
