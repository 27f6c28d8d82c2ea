import { describe, expect, it } from "vitest";
import { changedWords, leftOutWords, nothingChanged } from "./verdict-words";

const facts = (total: number, verdicts: number, notCompared = { connections: 0, targets: 0 }) => ({
  total,
  items: [],
  compared: { connections: 2, verdicts },
  notCompared,
});

describe("what is said of changed verdicts", () => {
  it("says when only a part of them is listed", () => {
    expect(changedWords(facts(0, 1))).toBe("0 of 1 verdict changed");
    expect(changedWords(facts(5000, 20_000))).toBe(
      "5,000 of 20,000 verdicts changed; the first 0 are listed",
    );
  });

  it("names what was not compared, and nothing where all was", () => {
    expect(leftOutWords(facts(0, 1))).toBe("");
    expect(leftOutWords(facts(0, 1, { connections: 1, targets: 2 }))).toBe(
      "Not compared: 1 connection that only one of the two has, and 2 targets that only one of the two has, or that are too many to ask about.",
    );
  });

  it("tells nothing changed from nothing compared", () => {
    expect(nothingChanged(facts(0, 18))).toEqual({
      title: "No verdict changed",
      why: "18 verdicts of 2 connections on the targets of its VPC: the same in both.",
    });
    expect(nothingChanged(facts(0, 0)).title).toBe("There is no verdict to compare");
  });
});
