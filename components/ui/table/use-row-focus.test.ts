import { describe, expect, it } from "vitest";
import { moveFor } from "./use-row-focus";

describe("moveFor", () => {
  it("moves within the table and never past its ends", () => {
    expect(moveFor("ArrowDown", 0, 3)).toBe(1);
    expect(moveFor("ArrowDown", 2, 3)).toBe(2);
    expect(moveFor("ArrowUp", 0, 3)).toBe(0);
    expect(moveFor("PageDown", 0, 5)).toBe(4);
    expect(moveFor("PageUp", 30, 50)).toBe(20);
    expect([moveFor("Home", 2, 3), moveFor("End", 0, 3)]).toEqual([0, 2]);
  });

  it("leaves other keys alone", () => {
    expect(moveFor("a", 1, 3)).toBeNull();
  });
});
