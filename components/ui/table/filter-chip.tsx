"use client";

import { useState } from "react";
import clsx from "clsx";
import { ChevronDown, X } from "lucide-react";
import { OptionList, type Option } from "../form/option-list";
import { Popover } from "../overlay/popover";

export interface FilterChipProps {
  label: string;
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
}

/** One filter above a table: "VPC", then "VPC: prod-vpc ×". */
export function FilterChip({ label, options, value, onChange }: FilterChipProps) {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  return (
    <span
      className={clsx(
        "text-13 inline-flex h-7 max-w-64 items-center rounded-full border",
        value === null
          ? "border-line-strong text-ink-muted border-dashed"
          : "border-accent bg-accent-soft text-ink",
      )}
    >
      <Popover
        label={`Filter by ${label}`}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        className="w-72"
        trigger={
          <button
            type="button"
            className="hover:text-ink flex h-full min-w-0 items-center gap-1 rounded-full px-2.5"
          >
            <span className="sr-only">Filter by </span>
            <span className="truncate">{value === null ? label : `${label}: ${chosen ?? ""}`}</span>
            {value === null && <ChevronDown aria-hidden className="size-3" />}
          </button>
        }
      >
        <OptionList
          label={label}
          options={options}
          selected={value === null ? [] : [value]}
          emptyText="Nothing matches."
          onToggle={(next) => {
            onChange(next === value ? null : next);
            setIsOpen(false);
          }}
        />
      </Popover>
      {value !== null && (
        <button
          type="button"
          aria-label={`Remove filter ${label}: ${chosen ?? ""}`}
          onClick={() => {
            onChange(null);
          }}
          className="hover:bg-hover mr-1 inline-flex size-5 items-center justify-center rounded-full"
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  );
}
