"use client";

import { useId, type ReactNode } from "react";
import { Check } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";

export interface CheckboxProps {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  help?: ReactNode;
  isDisabled?: boolean;
}

export function Checkbox({ label, isChecked, onChange, help, isDisabled = false }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <Radix.Root
        id={id}
        checked={isChecked}
        disabled={isDisabled}
        onCheckedChange={(checked) => {
          onChange(checked === true);
        }}
        {...(help === undefined ? {} : { "aria-describedby": `${id}-help` })}
        className="border-line-strong bg-surface data-[state=checked]:border-accent data-[state=checked]:bg-accent mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border disabled:opacity-60"
      >
        <Radix.Indicator>
          <Check aria-hidden className="text-accent-ink size-3" strokeWidth={3} />
        </Radix.Indicator>
      </Radix.Root>
      <div className="min-w-0">
        <label htmlFor={id} className="text-13 font-medium">
          {label}
        </label>
        {help !== undefined && (
          <p id={`${id}-help`} className="text-13 text-ink-muted">
            {help}
          </p>
        )}
      </div>
    </div>
  );
}
