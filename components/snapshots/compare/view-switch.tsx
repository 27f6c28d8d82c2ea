"use client";

import clsx from "clsx";
import type { CompareUrl } from "./use-compare-url";

const views = [
  { show: null, label: "Resources" },
  { show: "verdicts", label: "Verdicts" },
] as const;

/** What is compared: the resources as AWS gives them, or what follows from them for each connection. */
export function ViewSwitch({ url: { values, setValues } }: { url: CompareUrl }) {
  return (
    <div role="group" aria-label="What is compared" className="border-line mb-3 flex gap-4 border-b">
      {views.map(({ show, label }) => (
        <button
          key={label}
          type="button"
          aria-pressed={values.show === show}
          onClick={() => void setValues({ show, open: null })}
          className={clsx(
            "text-13 -mb-px h-9 border-b-2 focus-visible:-outline-offset-2",
            values.show === show
              ? "border-accent text-ink font-medium"
              : "text-ink-muted hover:text-ink border-transparent",
          )}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
