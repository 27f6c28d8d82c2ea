import { describe, expect, it } from "vitest";
import type { ToldExplanation } from "./told-answer";
import { numberBlocks } from "./number-blocks";

const explain = (over: Partial<ToldExplanation>): ToldExplanation => ({
  code: "ENI_SG_RULES_MISMATCH",
  direction: "forward",
  effect: "connectivity",
  message: "It is closed.",
  ...over,
});
const hops = ["orders-api", "subnet-1", "rtb-1", "eni-9"].map((resourceId) => ({
  kind: "other",
  resourceId,
}));

function numbersAt(explanations: ToldExplanation[], back: { kind: string; resourceId: string }[] = []) {
  const marked = numberBlocks({ explanations, forward: hops, return: back });
  const numbers = (side: typeof marked.forward) =>
    side.flatMap(({ hop, blocks }) => blocks.map(({ number }) => `${number} at ${hop.resourceId}`));
  return [...numbers(marked.forward), ...numbers(marked.return)];
}

describe("what stands in the way", () => {
  it("is at the hop that is the resource, that the message or that the evidence names", () => {
    expect(
      numbersAt([
        explain({ resourceId: "rtb-1" }),
        explain({ resourceId: "sg-1", message: "Security group sg-1 of eni-9 is closed." }),
        explain({
          resourceId: "acl-1",
          message: "Denied.",
          evidence: [{ resourceId: "subnet-1", fact: "rule 1" }],
        }),
      ]),
    ).toEqual(["3 at subnet-1", "1 at rtb-1", "2 at eni-9"]);
  });

  it("is where the way ends, when it names no hop", () => {
    expect(numbersAt([explain({})])).toEqual(["1 at eni-9"]);
    expect(numberBlocks({ explanations: [explain({})], forward: [], return: [] }).blocks).toHaveLength(1);
  });

  it("does not take a name for another that begins with it", () => {
    expect(numbersAt([explain({ message: "eni-99 is closed by subnet-1." })])).toEqual(["1 at subnet-1"]);
  });

  it("is numbered as the packet goes, there, then back, then what a policy says", () => {
    const policy = explain({ effect: "authorization", resourceId: "subnet-1" });
    const reply = explain({ direction: "return", resourceId: "nat-1" });
    const there = explain({ resourceId: "rtb-1" });
    expect(numbersAt([policy, reply, there], [{ kind: "nat-gateway", resourceId: "nat-1" }])).toEqual([
      "3 at subnet-1",
      "1 at rtb-1",
      "2 at nat-1",
    ]);
  });

  it("is one thing where the same rules or routes stop several ranges, and several where nothing says so", () => {
    const evidence = [{ resourceId: "rtb-1", fact: "10.0.0.0/16 → local" }];
    const noRoute = (range: string) =>
      explain({ resourceId: "rtb-1", message: `rtb-1 has no route to ${range}.`, evidence });
    const bare = ["It is closed.", "It is gone."].map((message) => explain({ message }));
    const { blocks } = numberBlocks({
      explanations: [noRoute("3.5.64.0/21"), noRoute("52.92.0.0/17"), ...bare],
      forward: hops,
      return: [],
    });
    expect(blocks.map(({ number, alike }) => [number, alike.map(({ message }) => message)])).toEqual([
      [1, ["rtb-1 has no route to 52.92.0.0/17."]],
      [2, []],
      [3, []],
    ]);
  });
});
