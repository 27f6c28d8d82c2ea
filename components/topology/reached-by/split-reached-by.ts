import type { FlowSummary } from "@/lib/contract/reachability/matrix";

const order = { reachable: 0, mixed: 1, unknown: 2, unreachable: 3 } as const;

/** What is shown at first even where much reaches it. */
const SHOWN = 20;

/** Those that reach it before those that do not, which stay behind a button, as does a long rest. */
export function splitReachedBy<Item extends Pick<FlowSummary, "verdict">>(
  items: readonly Item[],
  isWhole: boolean,
): { shown: Item[]; hidden: number; words: string } {
  const sorted = [...items].sort((a, b) => order[a.verdict] - order[b.verdict]);
  const reaching = sorted.filter(({ verdict }) => verdict !== "unreachable");
  const shown = isWhole ? sorted : reaching.slice(0, SHOWN);
  const certain = sorted.filter(({ verdict }) => verdict === "reachable").length;
  const partly = reaching.length - certain;
  return {
    shown,
    hidden: sorted.length - shown.length,
    words: inWords(items.length, certain, partly),
  };
}

function inWords(all: number, certain: number, partly: number): string {
  if (all === 0) return "No function is connected to a VPC: nobody reaches it";
  if (certain + partly === 0)
    return all === 1 ? "The only connection does not reach it" : `None of ${all} connections reaches it`;
  const subject = `${certain} of ${all} ${all === 1 ? "connection reaches" : "connections reach"} it`;
  return partly === 0 ? subject : `${subject}, ${partly} in part or perhaps,`;
}
