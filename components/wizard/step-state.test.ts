import { describe, expect, it } from "vitest";
import { neighbours, resolveStep, toStepStates } from "./step-state";

const steps = [{ id: "a" }, { id: "b", missing: "Choose one" }, { id: "c" }];

describe("toStepStates", () => {
  it("locks what comes after an undone step", () => {
    expect(toStepStates(steps, "a")).toEqual(["current", "open", "locked"]);
  });

  it("lets one go back to what is done", () => {
    expect(toStepStates(steps, "b")).toEqual(["done", "current", "locked"]);
  });
});

describe("the last step", () => {
  it("is open, never done, until the change is made", () => {
    expect(toStepStates([{ id: "a" }, { id: "b" }], "a")).toEqual(["current", "open"]);
  });
});

describe("resolveStep", () => {
  it.each([
    [null, "a"],
    ["gone", "a"],
    ["a", "a"],
    ["b", "b"],
    ["c", "b"],
  ])("shows for %s step %s", (wanted, shown) => {
    expect(resolveStep(steps, wanted)).toBe(shown);
  });

  it("shows nothing where there is no step", () => {
    expect(resolveStep([], "a")).toBeUndefined();
  });
});

describe("neighbours", () => {
  it("knows both sides, and the ends", () => {
    expect(neighbours(steps, "b")).toEqual({ previous: "a", next: "c" });
    expect(neighbours(steps, "a").previous).toBeUndefined();
    expect(neighbours(steps, "c").next).toBeUndefined();
  });
});
