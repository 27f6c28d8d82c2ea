"use client";

import clsx from "clsx";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import type { ReachDrawing } from "@/lib/core/topology/reach/draw-reach";
import { lineTitle } from "@/lib/core/topology/reach/line-words";
import { LineEvidence } from "./line-evidence";

export interface ReachLineListProps {
  drawing: ReachDrawing<TopologyNode, TopologyEdge>;
  lineId: string | null;
  onPointAt: (lineId: string | null) => void;
}

/** The drawn lines in the order of the packet; the one that is pointed at on the diagram is marked. */
export function ReachLineList({ drawing: { lines, graph }, lineId, onPointAt }: ReachLineListProps) {
  if (lines.size === 0) return null;
  return (
    <section aria-label="Lines" className="grid grid-cols-1 gap-2 px-4 py-3">
      <h3 className="font-medium">
        Lines <span className="text-ink-muted font-normal tabular-nums">{lines.size}</span>
      </h3>
      <ol className="grid grid-cols-1 gap-2">
        {[...lines.values()].map((line) => {
          const isPointed = line.id === lineId;
          return (
            <li
              key={line.id}
              className={clsx(
                "border-l-2 pl-2.5",
                isPointed ? "border-accent! bg-accent-soft" : "border-line",
              )}
            >
              <button
                type="button"
                aria-pressed={isPointed}
                title="Mark it on the diagram"
                className="hover:text-accent text-left break-words underline decoration-dotted underline-offset-2"
                onClick={() => {
                  onPointAt(isPointed ? null : line.id);
                }}
              >
                {lineTitle(graph, line)}
              </button>
              <LineEvidence line={line} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
