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
    words:
      items.length === 0
        ? "No function is connected to a VPC: nobody reaches it"
        : `${certain} of ${items.length} ${items.length === 1 ? "connection reaches" : "connections reach"} it${
            partly === 0 ? "" : `, ${partly} in part or perhaps,`
          }`,
  };
}
