import { describe, expect, it } from "vitest";
import { splitReachedBy } from "./split-reached-by";

const of = (...verdicts: ("reachable" | "unreachable" | "mixed" | "unknown")[]) =>
  verdicts.map((verdict, id) => ({ id, verdict }));

describe("the connections that reach something", () => {
  it("come before those that do not, which are counted until asked for", () => {
    const items = of("unreachable", "unknown", "reachable", "mixed");
    const first = splitReachedBy(items, false);
    expect(first.shown.map(({ id }) => id)).toEqual([2, 3, 1]);
    expect([first.hidden, first.words]).toEqual([1, "1 of 4 connections reach it, 2 in part or perhaps,"]);
    const whole = splitReachedBy(items, true);
    expect([whole.shown.map(({ id }) => id), whole.hidden]).toEqual([[2, 3, 1, 0], 0]);
  });

  it("are cut where they are many", () => {
    const many = splitReachedBy(of(...Array.from({ length: 30 }, () => "reachable" as const)), false);
    expect([many.shown.length, many.hidden]).toEqual([20, 10]);
  });

  it("are said in words where there is one or none", () => {
    expect(splitReachedBy(of("reachable"), false).words).toBe("1 of 1 connection reaches it");
    expect(splitReachedBy(of("unreachable"), false).words).toBe("The only connection does not reach it");
    expect(splitReachedBy(of("unreachable", "unreachable"), false).words).toBe(
      "None of 2 connections reaches it",
    );
    expect(splitReachedBy([], false).words).toBe("No function is connected to a VPC: nobody reaches it");
  });
});
