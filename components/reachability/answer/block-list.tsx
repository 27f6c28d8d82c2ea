import clsx from "clsx";
import { toneFill } from "@/components/ui/status/tone";
import { nameIds } from "@/lib/core/reachability/sentence/name-ids";
import type { NumberedBlock } from "@/lib/core/reachability/sentence/number-blocks";
import { EvidenceList } from "./evidence-list";
import { ToldText } from "./told-text";

export interface BlockListProps {
  blocks: readonly NumberedBlock[];
  nameOf: (id: string) => string | null;
}

/** Everything that stands in the way, numbered as at the hops, with AWS's code and the exact rules and routes. */
export function BlockList({ blocks, nameOf }: BlockListProps) {
  return (
    <ol className="divide-line divide-y">
      {blocks.map(({ number, explanation }) => {
        const isBlock = explanation.effect === "connectivity";
        return (
          <li key={number} className="text-13 flex gap-3 px-4 py-2.5">
            <span
              className={clsx(
                "mt-px flex size-5 shrink-0 items-center justify-center rounded-full border font-medium tabular-nums",
                toneFill[isBlock ? "danger" : "warning"],
              )}
            >
              {number}
            </span>
            <div className="grid min-w-0 flex-1 gap-1">
              <p className="break-words">
                <ToldText text={nameIds(explanation.message, nameOf)} />
              </p>
              <EvidenceList evidence={explanation.evidence ?? []} nameOf={nameOf} />
              <p className="text-ink-muted flex flex-wrap gap-x-2">
                <code className="font-mono">{explanation.code}</code>
                <span>{explanation.direction === "forward" ? "on the way there" : "on the way back"}</span>
                {!isBlock && <span>a policy’s answer: it changes no verdict</span>}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
