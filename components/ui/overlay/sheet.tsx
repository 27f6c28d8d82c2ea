"use client";

import type { ReactNode } from "react";
import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";

export interface SheetProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  side?: "left" | "right" | "bottom";
  children: ReactNode;
}

const places = {
  left: "inset-y-0 left-0 w-[min(18rem,85vw)] border-r",
  right: "inset-y-0 right-0 w-[min(26rem,92vw)] border-l",
  bottom: "inset-x-0 bottom-0 max-h-[80dvh] border-t",
};

/** A panel that slides over the page, for what has no room beside it. */
export function Sheet({ isOpen, onOpenChange, title, side = "right", children }: SheetProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="bg-overlay fixed inset-0 z-40" />
        <Radix.Content
          aria-describedby={undefined}
          className={clsx("border-line bg-surface shadow-overlay fixed z-50 flex flex-col", places[side])}
        >
          <header className="border-line flex h-12 shrink-0 items-center gap-2 border-b px-4">
            <Radix.Title className="text-14 min-w-0 flex-1 truncate font-semibold">{title}</Radix.Title>
            <Radix.Close
              aria-label="Close"
              className="text-ink-muted hover:bg-hover inline-flex size-7 items-center justify-center rounded-md"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
