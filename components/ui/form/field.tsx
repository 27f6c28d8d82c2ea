"use client";

import { useId, type ReactNode } from "react";

/** What the control inside must carry, so that label, help and error are read with it. */
export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export interface FieldProps {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  /** The error answers something just asked for, so it is read out at once. */
  isAlert?: boolean;
  isOptional?: boolean;
  children: (control: FieldControl) => ReactNode;
}

export function Field({ label, help, error, isAlert = false, isOptional = false, children }: FieldProps) {
  const id = useId();
  const described = [help === undefined ? "" : `${id}-help`, error === undefined ? "" : `${id}-error`]
    .filter((part) => part !== "")
    .join(" ");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <label htmlFor={id} className="text-13 font-medium">
        {label}
        {isOptional && <span className="text-ink-faint font-normal"> optional</span>}
      </label>
      {children({
        id,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": error === undefined ? undefined : true,
      })}
      {help !== undefined && (
        <p id={`${id}-help`} className="text-13 text-ink-muted">
          {help}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} {...(isAlert && { role: "alert" })} className="text-13 text-danger break-words">
          {error}
        </p>
      )}
    </div>
  );
}
