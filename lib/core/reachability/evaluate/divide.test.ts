import { describe, expect, it } from "vitest";
import { formatRange, parseCidrs, type CidrRange } from "../sets/address-range";
import { QuestionCuts } from "./divide";

function rangesOf(...texts: string[]): CidrRange[] {
  return parseCidrs(texts);
}

describe("the parts of a range", () => {
  const cuts = rangesOf("10.0.0.8/30", "10.0.0.0/30", "10.0.0.4/32");

  it.each([
    ["as they came", cuts],
    ["the other way round", [...cuts].reverse()],
  ])("are in order, and every address is in one of them, with the cuts %s", (_, by) => {
    for (const range of rangesOf("10.0.0.0/28")) {
      const question = new QuestionCuts([range], new Set());
      for (const rule of by) question.add(range, rule);
      expect(question.partsOf(range).map(formatRange)).toEqual([
        "10.0.0.0/30",
        "10.0.0.4",
        "10.0.0.5–10.0.0.7",
        "10.0.0.8/30",
        "10.0.0.12/30",
      ]);
      expect(question.countParts(range)).toBe(5);
      expect(question.isUndecided).toBe(false);
    }
  });

  it("are not made of a range that the question does not name: then it is undecided", () => {
    for (const other of rangesOf("10.0.1.0/28")) {
      const question = new QuestionCuts(rangesOf("10.0.0.0/28"), new Set());
      question.add(other, other);
      expect(question.countParts(other)).toBe(1);
      expect(question.isUndecided).toBe(true);
    }
  });
});
