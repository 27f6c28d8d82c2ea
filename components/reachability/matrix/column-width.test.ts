import { describe, expect, it } from "vitest";
import { columnWidth } from "./column-width";

describe("the width of the matrix's columns", () => {
  it("fills the room, neither too narrow for a mark nor so wide that a row falls apart", () => {
    expect(columnWidth(920, 14)).toBe(65);
    expect(columnWidth(920, 60)).toBe(44);
    expect(columnWidth(920, 3)).toBe(80);
    expect(columnWidth(-264, 14)).toBe(44);
    expect(columnWidth(920, 0)).toBe(44);
  });
});
