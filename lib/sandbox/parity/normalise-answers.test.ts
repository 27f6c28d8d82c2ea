import { describe, expect, it } from "vitest";
import { normaliseAnswers } from "./normalise-answers";
import { ec2 } from "./step";

const steps = [ec2("CreateVpc", { CidrBlock: "10.1.0.0/16" }), ec2("DescribeVpcs", {})];

describe("normalising answers", () => {
  it("makes the answers of two sides equal that differ in ids, times, tokens and the order of items", () => {
    const side = (first: string, second: string, at: Date, isSwapped: boolean) => {
      const vpcs = [
        { VpcId: first, State: "available" },
        { VpcId: second, State: "pending", Tags: [{ Key: "b" }, { Key: "a" }] },
      ];
      const answers = [
        { status: 200, output: { Vpc: { VpcId: first, At: at } } },
        { status: 200, output: { Vpcs: isSwapped ? vpcs.reverse() : vpcs, NextToken: first } },
      ];
      return { answers, saved: new Map([["vpc", first]]) };
    };
    const answers = normaliseAnswers(steps, [
      side("vpc-0aaaaaaaaaaaaaaaa", "vpc-0bbbbbbbbbbbbbbbb", new Date(0), false),
      side("vpc-0cccccccccccccccc", "vpc-00000000000000000", new Date(9), true),
    ]);
    for (const [one, other] of answers) expect(one).toEqual(other);
    expect(answers[1]?.[0]).toEqual({
      status: 200,
      output: {
        NextToken: "<token>",
        Vpcs: [
          { State: "pending", Tags: [{ Key: "a" }, { Key: "b" }], VpcId: "vpc#1" },
          { State: "available", VpcId: "{vpc}" },
        ],
      },
    });
  });

  it("takes the time out of a sentence, and leaves its zone", () => {
    const output = { Reason: "User initiated (2026-11-27 11:10:25 GMT)", At: "2026-11-27T11:10:25.123+0000" };
    const answers = normaliseAnswers(steps, [{ answers: [{ status: 200, output }], saved: new Map() }]);
    expect(answers[0]).toEqual([
      { status: 200, output: { Reason: "User initiated (<time> GMT)", At: "<time>" } },
    ]);
  });

  it("keeps apart an absent member, an empty list and another type", () => {
    const plays = [{ Tags: undefined }, { Tags: [] }, { Tags: "none" }].map((output) => ({
      answers: [{ status: 200, output }],
      saved: new Map(),
    }));
    const [absent, empty, text] = normaliseAnswers(steps, plays)[0] ?? [];
    expect(absent).toEqual({ status: 200, output: {} });
    expect(empty).toEqual({ status: 200, output: { Tags: [] } });
    expect(text).toEqual({ status: 200, output: { Tags: "none" } });
  });

  it("lets what only one side made change no later name", () => {
    const side = (...ids: [string[], string[]]) => ({
      answers: ids.map((VpcIds) => ({ status: 200, output: { VpcIds } })),
      saved: new Map(),
    });
    const answers = normaliseAnswers(steps, [
      side(["vpc-0aaaaaaaaaaaaaaaa", "vpc-0aaaaaaaaaaaaaaab"], ["vpc-0bbbbbbbbbbbbbbbb"]),
      side(["vpc-0cccccccccccccccc"], ["vpc-0dddddddddddddddd"]),
    ]);
    expect(answers[0]).not.toEqual([answers[0]?.[0], answers[0]?.[0]]);
    expect(answers[1]).toEqual([answers[1]?.[0], answers[1]?.[0]]);
    expect(answers[1]?.[0]).toEqual({ status: 200, output: { VpcIds: ["vpc#3"] } });
  });
});
