"use client";

import { useId, useMemo, useState, type KeyboardEvent } from "react";
import clsx from "clsx";
import type { FieldControl } from "./field";
import { Input } from "./input";
import { findSuggestion, matchSuggestions, type Suggestion } from "./match-suggestions";

export interface SuggestInputProps {
  label: string;
  control: FieldControl;
  /** The value of a suggestion, or what was typed where none is meant. */
  value: string;
  /** `isChosen` where a suggestion was picked, and nothing is being typed any more. */
  onChange: (value: string, isChosen: boolean) => void;
  suggestions: readonly Suggestion[];
  /** What is shown for a value that no suggestion has; else the value. */
  nameOf?: (value: string) => string;
  placeholder?: string;
}

const LIMIT = 60;

/** One of many, found by typing, or anything else that is typed. ↑ ↓ move, Enter takes, Escape closes. */
export function SuggestInput(props: SuggestInputProps) {
  const { label, control, value, onChange, suggestions, nameOf, placeholder } = props;
  const listId = useId();
  // What is being typed, and the value that it gave; null shows the name of the value.
  const [typing, setTyping] = useState<{ text: string; gave: string } | null>(null);
  const typed = typing?.gave === value ? typing.text : null;
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useMemo(() => matchSuggestions(suggestions, typed ?? ""), [suggestions, typed]);
  const shown = found.slice(0, LIMIT);
  const name = suggestions.find((one) => one.value === value)?.label ?? nameOf?.(value) ?? value;

  const close = () => {
    setIsOpen(false);
    setActive(-1);
  };
  const choose = (suggestion: Suggestion) => {
    setTyping(null);
    close();
    onChange(suggestion.value, true);
  };
  const move = (step: number) => {
    setIsOpen(true);
    setActive((at) =>
      shown.length === 0 ? -1 : (at + step + shown.length + (at < 0 && step < 0 ? 1 : 0)) % shown.length,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shown[active];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape" && isOpen) close();
    else if (event.key === "Enter" && isOpen && chosen) choose(chosen);
    else {
      // The form takes it.
      if (event.key === "Enter") close();
      return;
    }
    event.preventDefault();
  };

  return (
    <div className="relative">
      <Input
        {...control}
        role="combobox"
        aria-expanded={isOpen && shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={placeholder}
        value={typed ?? name}
        onChange={(event) => {
          const text = event.target.value;
          const gave = findSuggestion(suggestions, text)?.value ?? text;
          setTyping({ text, gave });
          setIsOpen(true);
          setActive(-1);
          onChange(gave, false);
        }}
        onFocus={(event) => {
          event.target.select();
        }}
        onClick={() => {
          setIsOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setTyping(null);
          close();
        }}
      />
      {isOpen && shown.length > 0 && (
        <SuggestionList
          id={listId}
          label={label}
          shown={shown}
          leftOut={found.length - shown.length}
          active={active}
          onChoose={choose}
        />
      )}
    </div>
  );
}

interface SuggestionListProps {
  id: string;
  label: string;
  shown: readonly Suggestion[];
  leftOut: number;
  active: number;
  onChoose: (suggestion: Suggestion) => void;
}

function SuggestionList({ id, label, shown, leftOut, active, onChoose }: SuggestionListProps) {
  return (
    <div className="border-line bg-surface shadow-overlay absolute inset-x-0 top-full z-40 mt-1 min-w-64 overflow-hidden rounded-md border">
      <ul id={id} role="listbox" aria-label={label} className="max-h-80 overflow-y-auto p-1">
        {shown.map((suggestion, index) => (
          <li
            key={suggestion.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: "nearest" });
            }}
            // The field keeps the focus: else it would close before the click.
            onMouseDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              onChoose(suggestion);
            }}
            className={clsx(
              "text-13 hover:bg-hover flex min-h-8 cursor-default items-center gap-3 rounded-sm px-2 py-1",
              index === active && "bg-hover",
            )}
          >
            <span className="min-w-0 flex-1 truncate">{suggestion.label}</span>
            {suggestion.detail !== undefined && (
              <span className="text-ink-muted shrink-0 truncate">{suggestion.detail}</span>
            )}
          </li>
        ))}
      </ul>
      {leftOut > 0 && (
        <p className="border-line text-13 text-ink-muted border-t px-3 py-1.5">
          {leftOut.toLocaleString("en")} more: type to find them.
        </p>
      )}
    </div>
  );
}
