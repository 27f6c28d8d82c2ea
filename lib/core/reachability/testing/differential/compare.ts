import { buildNetwork } from "@/lib/core/network/build-network";
import type { Capture } from "@/lib/core/network/snapshot";
import { evaluateFlow } from "../../evaluate-flow";
import type { Verdict } from "../../trace";
import { generateCase } from "../generate/generate-case";
import { namedAnswer } from "../naive/names/named-answer";
import type { NamedQuestion } from "../naive/names/named-question";
import { shrink } from "./shrink";
import { toFlow } from "./to-flow";

export interface Disagreement {
  seed: number;
  question: NamedQuestion;
  captures: Capture[];
}

interface Opinions {
  engine: Verdict | `threw ${string}`;
  naive: Verdict;
  reasons: string[];
}

const QUESTIONS_OF_A_NETWORK = 20;

export interface Comparison {
  pairs: number;
  verdicts: Record<Verdict, number>;
  disagreements: Disagreement[];
}

/** Asks both about that many packets; ends early where they disagree so often that more would say nothing. */
export function compare(pairs: number, firstSeed: number): Comparison {
  const comparison: Comparison = {
    pairs: 0,
    verdicts: { reachable: 0, unreachable: 0, unknown: 0, mixed: 0 },
    disagreements: [],
  };
  for (let seed = firstSeed; comparison.pairs < pairs && comparison.disagreements.length < 20; seed += 1) {
    const { captures, questions } = generateCase(seed, QUESTIONS_OF_A_NETWORK);
    const network = buildNetwork({ captures });
    for (const question of questions) {
      const { engine, naive } = opinions(network, question);
      comparison.pairs += 1;
      comparison.verdicts[naive] += 1;
      if (engine !== naive) comparison.disagreements.push({ seed, question, captures });
    }
  }
  return comparison;
}

function opinions(network: ReturnType<typeof buildNetwork>, question: NamedQuestion): Opinions {
  const { verdict: naive, reasons } = namedAnswer(network, question);
  try {
    return { engine: evaluateFlow(network, toFlow(question)).verdict, naive, reasons };
  } catch (error) {
    return { engine: `threw ${String(error)}`, naive, reasons };
  }
}

/** The smallest network in which the two still disagree in the same words, as a test to paste. */
export function describeDisagreement({ seed, question, captures }: Disagreement): string {
  const before = opinions(buildNetwork({ captures }), question);
  const smallest = shrink(captures, (smaller) => {
    const { engine, naive, reasons } = opinions(buildNetwork({ captures: smaller }), question);
    return engine === before.engine && naive === before.naive && reasons.join() === before.reasons.join();
  });
  const words = `the engine says ${before.engine}, the naive evaluator ${before.naive}`;
  return [
    `// seed ${seed}: ${words} (${before.reasons.join("; ")})`,
    `it("…", () => {`,
    `  const captures = [${smallest.map(asBuilder).join(", ")}];`,
    `  const flow = ${JSON.stringify(toFlow(question))};`,
    `  expect(evaluateFlow(buildNetwork({ captures }), flow).verdict).toBe("${before.naive}");`,
    `});`,
  ].join("\n");
}

/** A capture as the builders of the tests make it: read in full but for its gaps. */
function asBuilder({ accountId, region, resources, coverage }: Capture): string {
  const held = Object.fromEntries(Object.entries(resources).filter(([, list]) => list.length > 0));
  const gaps = coverage.filter(({ status }) => status !== "ok").map(({ call }) => call);
  const place = `accountId: ${JSON.stringify(accountId)}, region: ${JSON.stringify(region)}`;
  const read = `readCalls.map((call) => ({ call, status: ${JSON.stringify(gaps)}.includes(call) ? "absent" : "ok" }))`;
  return `aFullCapture(${JSON.stringify(held)}, { ${place}${gaps.length > 0 ? `, coverage: ${read}` : ""} })`;
}
