import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "@/lib/core/network/snapshot";
import type { Flow } from "../../flow";
import type { FlowAnswer, Hop } from "../../trace";
import { answersOf, at, generate, parameters, picks, seeds } from "./generated.test-builder";
import { aclSplits, groupSplits } from "./split-edits.test-builder";

function withoutEvidence({ kind, resourceId, detail }: Hop) {
  return { kind, resourceId, detail };
}

/** All but the words, which quote the rules as they are written. */
function withoutWords({ verdict, traces, explanations }: FlowAnswer) {
  return {
    verdict,
    traces: traces.map((trace) => ({
      ...trace,
      forward: trace.forward.map(withoutEvidence),
      return: trace.return.map(withoutEvidence),
      // Of a question about many addresses each half of a rule may be told once.
      explanations: distinct(
        trace.explanations.map(({ code, direction, effect, resourceId }) => ({
          code,
          direction,
          effect,
          resourceId,
        })),
      ),
      notEvaluated: distinct(
        trace.notEvaluated.map(({ code, resourceId, affectsVerdict }) => ({
          code,
          resourceId,
          affectsVerdict,
        })),
      ),
    })),
    explanations: explanations.map(({ code }) => code),
  };
}

/** Of many addresses the first that fails settles the question, and rules say which are looked at together. */
function toldOf(answer: FlowAnswer, flow: Flow | undefined) {
  const isMany = flow && ("service" in flow.destination || "internet" in flow.destination);
  return isMany ? answer.verdict : withoutWords(answer);
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

describe.each([
  ["a security group", groupSplits],
  ["a network ACL", aclSplits],
])("a rule of %s", (_name, splits) => {
  it("means the same as two rules, each with half of its addresses or of its ports", () => {
    let split = 0;
    fc.assert(
      fc.property(seeds, picks, (seed, indexes) => {
        const { captures, flows } = generate(seed, 10);
        const told = (edited: Capture[]) =>
          answersOf(edited, flows).map((answer, index) => toldOf(answer, flows[index]));
        const before = told(captures);
        for (const edit of at(splits(captures), indexes)) {
          split += 1;
          expect(told(edit())).toEqual(before);
        }
      }),
      parameters(15),
    );
    expect(split).toBeGreaterThan(20);
  });
});
