"use client";

import { useEffect, useState } from "react";
import { Check, Copy } from "lucide-react";
import { Button } from "@/components/ui/action/button";

/** The same change for a terminal. */
export function CliCommand({ command }: { command: string }) {
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
    <div className="grid gap-2 px-4 py-3">
      <pre
        className="bg-sunken border-line overflow-x-auto rounded-md border p-3 font-mono whitespace-pre"
        tabIndex={0}
        aria-label="AWS CLI command"
      >
        {command}
      </pre>
      <Button
        size="sm"
        className="justify-self-start"
        icon={
          isCopied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />
        }
        onClick={() => {
          void navigator.clipboard.writeText(command).then(() => {
            setIsCopied(true);
          });
        }}
      >
        {isCopied ? "Copied" : "Copy the command"}
      </Button>
    </div>
  );
}
