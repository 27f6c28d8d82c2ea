"use client";

import type { ReactNode } from "react";
import { Tooltip as Radix } from "radix-ui";

export interface TooltipProps {
  content: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
  /** One element that takes a ref and the pointer's and keyboard's events. */
  children: ReactNode;
}

/** Says more on hover and focus. Nothing that one must know stands only here. */
export function Tooltip({ content, side = "top", children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="border-line bg-surface text-13 text-ink shadow-overlay z-50 max-w-72 rounded-md border px-2 py-1"
        >
          {content}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Once, around the app: moving from one tooltip to the next does not wait again. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={400}>{children}</Radix.Provider>;
}
