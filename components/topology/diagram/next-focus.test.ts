import { describe, expect, it } from "vitest";
import { nextFocus } from "./next-focus";

const ids = ["a", "b", "c"];

describe("nextFocus", () => {
  it.each([
    ["a", "ArrowDown", "b"],
    ["c", "ArrowRight", "c"],
    ["b", "ArrowUp", "a"],
    ["a", "ArrowLeft", "a"],
    ["c", "Home", "a"],
    ["a", "End", "c"],
    ["a", "x", undefined],
    [undefined, "ArrowDown", "a"],
    ["gone", "ArrowUp", "a"],
  ])("goes from %s with %s to %s", (from, key, to) => {
    expect(nextFocus(ids, from, key)).toBe(to);
  });

  it("goes nowhere in an empty diagram", () => {
    expect(nextFocus([], undefined, "ArrowDown")).toBeUndefined();
  });
});
