import type { ToldExplanation, ToldHop, ToldTrace } from "./told-answer";

export interface NumberedBlock {
  number: number;
  explanation: ToldExplanation;
  /** What says the same, for the same reason, of other addresses. */
  alike: ToldExplanation[];
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
  const blocks = foldAlike(sorted);
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

/** A service has many ranges of addresses: a route table that lacks them all is one thing in the way. */
function foldAlike(sorted: readonly ToldExplanation[]): NumberedBlock[] {
  const blocks = new Map<string, NumberedBlock>();
  for (const explanation of sorted) {
    const { code, direction, effect, resourceId, message, evidence = [] } = explanation;
    const why = evidence.length === 0 ? message : evidence;
    const key = JSON.stringify([code, direction, effect, resourceId, why]);
    const known = blocks.get(key);
    if (known) known.alike.push(explanation);
    else blocks.set(key, { number: blocks.size + 1, explanation, alike: [] });
  }
  return [...blocks.values()];
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
