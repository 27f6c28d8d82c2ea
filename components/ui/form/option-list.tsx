"use client";

import type { ReactNode } from "react";
import clsx from "clsx";
import { Command } from "cmdk";
import { Check, Search } from "lucide-react";

export interface Option {
  value: string;
  label: string;
  /** The id, CIDR or zone beside the name; found by the search too. */
  detail?: string | undefined;
  /** At the right: a status, a count. */
  aside?: ReactNode;
  /** Why it cannot be chosen. Shown, never hidden. */
  disabledReason?: string | undefined;
}

export interface OptionListProps {
  label: string;
  options: readonly Option[];
  selected: readonly string[];
  onToggle: (value: string) => void;
  emptyText: string;
}

/** What `Combobox` and `MultiSelect` open: search on top, options that cannot work shown with the reason. */
export function OptionList({ label, options, selected, onToggle, emptyText }: OptionListProps) {
  return (
    <Command label={label} className="flex max-h-80 flex-col">
      <div className="border-line flex items-center gap-2 border-b px-3">
        <Search aria-hidden className="text-ink-faint size-3.5 shrink-0" />
        <Command.Input
          placeholder="Search…"
          className="text-13 placeholder:text-ink-faint h-9 w-full bg-transparent outline-none"
        />
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-1" label={label}>
        <Command.Empty className="text-13 text-ink-muted px-2 py-3">{emptyText}</Command.Empty>
        {options.map((option) => (
          <OptionRow
            key={option.value}
            option={option}
            isSelected={selected.includes(option.value)}
            onToggle={onToggle}
          />
        ))}
      </Command.List>
    </Command>
  );
}

interface OptionRowProps {
  option: Option;
  isSelected: boolean;
  onToggle: (value: string) => void;
}

function OptionRow({ option, isSelected, onToggle }: OptionRowProps) {
  return (
    <Command.Item
      value={option.value}
      keywords={[option.label, option.detail ?? ""]}
      disabled={option.disabledReason !== undefined}
      onSelect={() => {
        onToggle(option.value);
      }}
      className="text-13 data-[disabled=true]:text-ink-faint data-[selected=true]:bg-hover flex min-h-9 items-start gap-2 rounded-sm px-2 py-1.5"
    >
      <span
        aria-hidden
        className={clsx(
          "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border",
          isSelected ? "border-accent bg-accent text-accent-ink" : "border-line-strong",
        )}
      >
        {isSelected && <Check className="size-3" strokeWidth={3} />}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{option.label}</span>
        {option.detail !== undefined && (
          <span className="text-ink-muted block truncate font-mono">{option.detail}</span>
        )}
        {option.disabledReason !== undefined && <span className="block">{option.disabledReason}</span>}
      </span>
      {option.aside}
      {isSelected && <span className="sr-only">chosen</span>}
    </Command.Item>
  );
}
