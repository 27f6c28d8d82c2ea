"use client";

import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { FieldControl } from "./field";
import { controlClass } from "./input";

export interface SelectOption {
  value: string;
  label: string;
  disabledReason?: string | undefined;
}

export interface SelectProps {
  value: string | null;
  onChange: (value: string) => void;
  options: readonly SelectOption[];
  placeholder?: string;
  /** From the `Field` around it; or a label of its own. */
  control?: FieldControl;
  label?: string;
  isDisabled?: boolean;
}

/** For a handful of options; many go in a `Combobox`. */
export function Select(props: SelectProps) {
  const { value, onChange, options, placeholder = "Choose…", control, label, isDisabled = false } = props;
  return (
    <Radix.Root value={value ?? ""} onValueChange={onChange} disabled={isDisabled}>
      <Radix.Trigger
        {...control}
        {...(label === undefined ? {} : { "aria-label": label })}
        className={clsx(
          controlClass,
          "data-placeholder:text-ink-faint flex h-8 w-full items-center gap-2 px-2.5 text-left",
        )}
      >
        <span className="min-w-0 flex-1 truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown aria-hidden className="text-ink-faint size-3.5" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className="border-line bg-surface shadow-overlay z-50 max-h-80 min-w-(--radix-select-trigger-width) overflow-hidden rounded-md border p-1"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabledReason !== undefined}
                className="text-13 data-disabled:text-ink-faint data-highlighted:bg-hover flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none"
              >
                <span className="min-w-0 flex-1">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.disabledReason !== undefined && (
                    <span className="block">{option.disabledReason}</span>
                  )}
                </span>
                <Radix.ItemIndicator>
                  <Check aria-hidden className="size-3.5" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
