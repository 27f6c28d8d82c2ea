"use client";

import { useRef, useState, type ReactNode } from "react";
import type { Route } from "next";
import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";

interface MenuEntry {
  label: string;
  icon?: ReactNode;
  /** What it does, in a second line. */
  detail?: string;
  isDangerous?: boolean;
  /** Why it cannot be chosen; shown under the label. */
  disabledReason?: string;
  isChecked?: boolean;
}

export type MenuItem =
  | (MenuEntry & { kind: "action"; onSelect: () => void })
  | (MenuEntry & { kind: "link"; href: Route })
  | { kind: "separator"; id: string };

export interface MenuProps {
  /** One button. */
  trigger: ReactNode;
  label: string;
  items: readonly MenuItem[];
  align?: "start" | "end";
}

const itemClass =
  "flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-13 outline-none data-highlighted:bg-hover " +
  "data-disabled:text-ink-faint";

/** The menu is put into its trigger's landmark: outside of any, a screen reader's list of landmarks would miss it. */
function findLandmark(element: Element | null): Element | null {
  return element?.closest("main, [role=dialog]") ?? element?.closest("header") ?? null;
}

export function Menu({ trigger, label, items, align = "end" }: MenuProps) {
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [landmark, setLandmark] = useState<Element | null>(null);
  return (
    <Radix.Root
      modal={false}
      onOpenChange={(isOpen) => {
        if (isOpen) setLandmark(findLandmark(triggerRef.current));
      }}
    >
      <Radix.Trigger asChild ref={triggerRef}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={landmark}>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="border-line bg-surface shadow-overlay z-50 max-w-80 min-w-44 rounded-md border p-1"
        >
          {items.map((item) =>
            item.kind === "separator" ? (
              <Radix.Separator key={item.id} className="bg-line my-1 h-px" />
            ) : (
              <MenuRow key={item.label} item={item} />
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function MenuRow({ item }: { item: Exclude<MenuItem, { kind: "separator" }> }) {
  const className = clsx(itemClass, item.isDangerous === true && "text-danger");
  const disabled = item.disabledReason !== undefined;
  const content = (
    <>
      {item.icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{item.label}</span>
        {item.detail !== undefined && (
          <span className="text-ink-muted block whitespace-normal">{item.detail}</span>
        )}
        {item.disabledReason !== undefined && (
          <span className="text-ink-faint block whitespace-normal">{item.disabledReason}</span>
        )}
      </span>
      {item.isChecked === true && <Check aria-hidden className="size-3.5" />}
    </>
  );
  if (item.kind === "link" && !disabled) {
    return (
      <Radix.Item asChild className={className}>
        <Link href={item.href}>{content}</Link>
      </Radix.Item>
    );
  }
  return (
    <Radix.Item
      disabled={disabled}
      className={className}
      onSelect={() => {
        if (item.kind === "action") item.onSelect();
      }}
    >
      {content}
    </Radix.Item>
  );
}
