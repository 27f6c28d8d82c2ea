import { describe, expect, it } from "vitest";
import { nextInGrid } from "./next-in-grid";

const places = ["a", "b", "c", "d", "e"].map((id, index) => ({
  id,
  position: { x: (index % 2) * 220, y: Math.floor(index / 2) * 48 },
}));

describe("nextInGrid", () => {
  it("goes to the next tile above or below", () => {
    expect(nextInGrid(places, "a", "ArrowDown")).toBe("c");
    expect(nextInGrid(places, "e", "ArrowUp")).toBe("c");
    expect(nextInGrid(places, "d", "ArrowUp")).toBe("b");
  });

  it("leaves the other keys, and the edges, to the order of reading", () => {
    expect(nextInGrid(places, "a", "ArrowRight")).toBeUndefined();
    expect(nextInGrid(places, "d", "ArrowDown")).toBeUndefined();
    expect(nextInGrid(places, "gone", "ArrowDown")).toBeUndefined();
  });
});
