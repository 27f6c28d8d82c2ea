import type { ToldExplanation, ToldHop, ToldTrace } from "./told-answer";

export interface NumberedBlock {
  number: number;
  explanation: ToldExplanation;
}

export interface MarkedHop {
  hop: ToldHop;
  /** What stands in the way here. */
  blocks: NumberedBlock[];
}

export interface MarkedTrace {
  blocks: NumberedBlock[];
  forward: MarkedHop[];
  return: MarkedHop[];
}

/** Numbers what stands in the way in the order of the packet, and puts each number at its hop. */
export function numberBlocks(trace: Pick<ToldTrace, "explanations" | "forward" | "return">): MarkedTrace {
  const order = (one: ToldExplanation) =>
    one.effect === "authorization" ? 2 : one.direction === "forward" ? 0 : 1;
  const sorted = [...trace.explanations].sort((a, b) => order(a) - order(b));
  const blocks = sorted.map((explanation, index) => ({ number: index + 1, explanation }));
  return {
    blocks,
    forward: markHops(
      trace.forward,
      blocks.filter(({ explanation }) => explanation.direction === "forward"),
    ),
    return: markHops(
      trace.return,
      blocks.filter(({ explanation }) => explanation.direction === "return"),
    ),
  };
}

function markHops(hops: readonly ToldHop[], blocks: readonly NumberedBlock[]): MarkedHop[] {
  const marked = hops.map((hop): MarkedHop => ({ hop, blocks: [] }));
  for (const block of blocks) marked[findHop(hops, block.explanation)]?.blocks.push(block);
  return marked;
}

/** The hop that is named: itself, in the message, in the evidence; else where the way ends. */
function findHop(hops: readonly ToldHop[], { resourceId, message, evidence = [] }: ToldExplanation): number {
  const words = new Set(message.split(/[\s,;:()]+/).map((word) => word.replace(/\.$/, "")));
  const tests: ((hop: ToldHop) => boolean)[] = [
    (hop) => hop.resourceId === resourceId,
    (hop) => words.has(hop.resourceId),
    (hop) => evidence.some((one) => one.resourceId === hop.resourceId),
  ];
  for (const test of tests) {
    const found = hops.findIndex(test);
    if (found !== -1) return found;
  }
  return hops.length - 1;
}
