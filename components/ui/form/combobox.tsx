"use client";

import { useState } from "react";
import clsx from "clsx";
import { ChevronsUpDown } from "lucide-react";
import { Popover } from "../overlay/popover";
import type { FieldControl } from "./field";
import { controlClass } from "./input";
import { OptionList, type Option } from "./option-list";

export interface ComboboxProps {
  label: string;
  value: string | null;
  onChange: (value: string) => void;
  options: readonly Option[];
  placeholder?: string;
  emptyText?: string;
  control?: FieldControl;
  isDisabled?: boolean;
}

/** One of many, found by typing. */
export function Combobox(props: ComboboxProps) {
  const { label, value, onChange, options, placeholder = "Choose…", control } = props;
  const [isOpen, setIsOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover
      label={label}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      className="w-(--radix-popover-trigger-width) min-w-72"
      trigger={
        <button
          type="button"
          {...control}
          aria-haspopup="dialog"
          disabled={props.isDisabled}
          className={clsx(controlClass, "flex min-h-8 w-full items-center gap-2 px-2.5 text-left")}
        >
          <span className="min-w-0 flex-1 truncate">
            {chosen?.label ?? <span className="text-ink-faint">{value ?? placeholder}</span>}
            {chosen?.detail !== undefined && (
              <span className="text-ink-muted ml-2 font-mono">{chosen.detail}</span>
            )}
          </span>
          {chosen?.aside}
          <ChevronsUpDown aria-hidden className="text-ink-faint size-3.5" />
        </button>
      }
    >
      <OptionList
        label={label}
        options={options}
        selected={value === null ? [] : [value]}
        emptyText={props.emptyText ?? "Nothing matches."}
        onToggle={(next) => {
          onChange(next);
          setIsOpen(false);
        }}
      />
    </Popover>
  );
}
