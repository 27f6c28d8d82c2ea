import type { ToldExplanation, ToldTrace } from "./told-answer";

/** What stands in the way of a connection, in the order in which a packet meets it: there, then back. */
export function blocksOf(trace: Pick<ToldTrace, "explanations">): ToldExplanation[] {
  const blocks = trace.explanations.filter(({ effect }) => effect === "connectivity");
  return [
    ...blocks.filter(({ direction }) => direction === "forward"),
    ...blocks.filter(({ direction }) => direction === "return"),
  ];
}
