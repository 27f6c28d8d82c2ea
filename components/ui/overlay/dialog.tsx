"use client";

import type { ReactNode } from "react";
import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";

export interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the one that acts last. */
  footer?: ReactNode;
  className?: string;
}

export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange, title, description, children, footer, className } = props;
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="bg-overlay fixed inset-0 z-40" />
        <Radix.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={clsx(
            "fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 flex-col",
            "border-line bg-surface shadow-overlay rounded-md border",
            className,
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4">
            <Radix.Title className="text-16 min-w-0 flex-1 font-semibold break-words">{title}</Radix.Title>
            <Radix.Close
              aria-label="Close"
              className="text-ink-muted hover:bg-hover -mr-1 inline-flex size-7 items-center justify-center rounded-md"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </header>
          <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-4">
            {description !== undefined && (
              <Radix.Description asChild>
                <div className="text-13 text-ink-muted">{description}</div>
              </Radix.Description>
            )}
            {children}
          </div>
          {footer !== undefined && (
            <footer className="border-line flex flex-wrap justify-end gap-2 border-t px-5 py-3">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
