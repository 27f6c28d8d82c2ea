"use client";

import { useEffect, useRef } from "react";
import { Search } from "lucide-react";
import { Input } from "../form/input";

export interface TableSearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** `/` goes to it from anywhere on the page, Escape empties it. */
export function TableSearch({ label, value, onChange }: TableSearchProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.metaKey || event.ctrlKey || isTyping(event.target)) return;
      event.preventDefault();
      ref.current?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  return (
    <Input
      ref={ref}
      type="search"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={`${label}  /`}
      value={value}
      icon={<Search className="size-3.5" />}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onChange("");
      }}
      className="h-7 [&::-webkit-search-cancel-button]:appearance-none"
    />
  );
}
