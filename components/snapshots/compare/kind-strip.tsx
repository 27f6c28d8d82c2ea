"use client";

import clsx from "clsx";
import { ChangeCounts } from "./change-counts";
import type { KindCount } from "./change-rows";

export interface KindStripProps {
  kinds: readonly KindCount[];
  chosen: string | null;
  onChoose: (kind: string | null) => void;
}

/** Above this many the rest is found in the filter. */
const MOST_SHOWN = 8;

/** How many of each kind differ; a click leaves only that kind, another one brings the rest back. */
export function KindStrip({ kinds, chosen, onChoose }: KindStripProps) {
  return (
    <ul aria-label="Changes by kind" className="flex flex-wrap gap-2 pb-3">
      {kinds.slice(0, MOST_SHOWN).map((count) => (
        <li key={count.kind}>
          <button
            type="button"
            aria-pressed={chosen === count.kind}
            onClick={() => {
              onChoose(chosen === count.kind ? null : count.kind);
            }}
            className={clsx(
              "text-13 flex items-center gap-2 rounded-md border px-2.5 py-1",
              chosen === count.kind
                ? "border-accent bg-accent-soft"
                : "border-line bg-surface hover:bg-hover",
            )}
          >
            {count.kind} <ChangeCounts {...count} />
          </button>
        </li>
      ))}
      {kinds.length > MOST_SHOWN && (
        <li className="text-13 text-ink-muted py-1">and {kinds.length - MOST_SHOWN} more kinds</li>
      )}
    </ul>
  );
}
