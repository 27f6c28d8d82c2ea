"use client";

import type { ReactNode } from "react";
import { useIsNarrow, useIsPhone } from "@/components/layout/page/use-is-narrow";
import { Sheet } from "@/components/ui/overlay/sheet";

export interface SidePanelProps {
  title: string;
  isOpen: boolean;
  /** Beside the diagram; a sheet over it has its own. */
  head: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Words beside the diagram, over it where there is no room. */
export function SidePanel({ title, isOpen, head, onClose, children }: SidePanelProps) {
  const isNarrow = useIsNarrow();
  const isPhone = useIsPhone();
  if (isNarrow) {
    return (
      <Sheet
        isOpen={isOpen}
        onOpenChange={(next) => {
          if (!next) onClose();
        }}
        title={title}
        side={isPhone ? "bottom" : "right"}
      >
        {children}
      </Sheet>
    );
  }
  if (!isOpen) return null;
  return (
    <aside aria-label={title} className="border-line bg-surface w-96 shrink-0 overflow-y-auto border-l">
      {head}
      {children}
    </aside>
  );
}
