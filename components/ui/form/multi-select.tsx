"use client";

import clsx from "clsx";
import { ChevronsUpDown, X } from "lucide-react";
import { Popover } from "../overlay/popover";
import type { FieldControl } from "./field";
import { controlClass } from "./input";
import { OptionList, type Option } from "./option-list";

export interface MultiSelectProps {
  label: string;
  /** Chosen values, in the order of choosing. */
  values: readonly string[];
  onChange: (values: string[]) => void;
  options: readonly Option[];
  placeholder?: string;
  emptyText?: string;
  control?: FieldControl;
  isDisabled?: boolean;
}

/** Several of many; what is chosen stands below as tokens that can be taken away. */
export function MultiSelect(props: MultiSelectProps) {
  const { label, values, onChange, options, placeholder = "Choose…", control } = props;
  const toggle = (value: string) => {
    onChange(values.includes(value) ? values.filter((item) => item !== value) : [...values, value]);
  };
  return (
    <div className="grid gap-2">
      <Popover
        label={label}
        className="w-(--radix-popover-trigger-width) min-w-72"
        trigger={
          <button
            type="button"
            {...control}
            aria-haspopup="dialog"
            disabled={props.isDisabled}
            className={clsx(controlClass, "flex h-8 w-full items-center gap-2 px-2.5 text-left")}
          >
            <span className={clsx("min-w-0 flex-1 truncate", values.length === 0 && "text-ink-faint")}>
              {values.length === 0 ? placeholder : `${values.length} chosen`}
            </span>
            <ChevronsUpDown aria-hidden className="text-ink-faint size-3.5" />
          </button>
        }
      >
        <OptionList
          label={label}
          options={options}
          selected={values}
          emptyText={props.emptyText ?? "Nothing matches."}
          onToggle={toggle}
        />
      </Popover>
      {values.length > 0 && (
        <ul aria-label={`${label}: chosen`} className="grid gap-1">
          {values.map((value) => (
            <Token
              key={value}
              value={value}
              option={options.find((item) => item.value === value)}
              onRemove={toggle}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface TokenProps {
  value: string;
  option: Option | undefined;
  onRemove: (value: string) => void;
}

function Token({ value, option, onRemove }: TokenProps) {
  return (
    <li className="border-line bg-sunken text-13 flex min-h-8 items-center gap-2 rounded-md border py-1 pr-1 pl-2.5">
      <span className="min-w-0 flex-1 truncate">
        {option?.label ?? value}
        {option?.detail !== undefined && (
          <span className="text-ink-muted ml-2 font-mono">{option.detail}</span>
        )}
      </span>
      {option?.aside}
      <button
        type="button"
        aria-label={`Remove ${option?.label ?? value}`}
        onClick={() => {
          onRemove(value);
        }}
        className="text-ink-faint hover:bg-hover hover:text-ink inline-flex size-6 items-center justify-center rounded-sm"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </li>
  );
}
