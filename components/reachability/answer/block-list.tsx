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
      {blocks.map(({ number, explanation, alike }) => {
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
              {alike.length > 0 && <Alike alike={alike} nameOf={nameOf} />}
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

/** The same of further addresses, for who wants each. */
function Alike({ alike, nameOf }: Pick<NumberedBlock, "alike"> & Pick<BlockListProps, "nameOf">) {
  return (
    <details className="text-ink-muted">
      <summary className="cursor-pointer">
        {alike.length === 1
          ? "The same of one more address or range"
          : `The same of ${alike.length} more addresses or ranges`}
      </summary>
      <ul className="grid gap-0.5 pt-1 pl-3">
        {alike.map(({ message }) => (
          <li key={message} className="break-words">
            <ToldText text={nameIds(message, nameOf)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
