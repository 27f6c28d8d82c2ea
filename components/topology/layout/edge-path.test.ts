import { describe, expect, it } from "vitest";
import { toEdgePath } from "./edge-path";

describe("toEdgePath", () => {
  it("is empty without points", () => {
    expect(toEdgePath([])).toBe("");
  });

  it("draws a straight line between two points", () => {
    expect(
      toEdgePath([
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ]),
    ).toBe("M 0 0 L 10 0");
  });

  it("rounds a corner by the radius", () => {
    const path = toEdgePath(
      [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
        { x: 20, y: 20 },
      ],
      4,
    );
    expect(path).toBe("M 0 0 L 16 0 Q 20 0 20 4 L 20 20");
  });

  it("never takes more than half of a short segment", () => {
    const path = toEdgePath(
      [
        { x: 0, y: 0 },
        { x: 4, y: 0 },
        { x: 4, y: 20 },
      ],
      6,
    );
    expect(path).toBe("M 0 0 L 2 0 Q 4 0 4 2 L 4 20");
  });

  it("passes over a point given twice", () => {
    const path = toEdgePath([
      { x: 0, y: 0 },
      { x: 0, y: 0 },
      { x: 9, y: 0 },
    ]);
    expect(path).not.toContain("NaN");
  });
});
