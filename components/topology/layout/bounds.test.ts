import { describe, expect, it } from "vitest";
import { boundsOf, isWithin } from "./bounds";

describe("boundsOf", () => {
  it("is the smallest box around all", () => {
    const boxes = [
      { x: 10, y: 20, width: 30, height: 5 },
      { x: -5, y: 22, width: 5, height: 50 },
    ];
    expect(boundsOf(boxes)).toEqual({ x: -5, y: 20, width: 45, height: 52 });
    expect(boundsOf([])).toBeUndefined();
  });
});

describe("isWithin", () => {
  const box = { x: 100, y: 100, width: 200, height: 100 };
  const canvas = { width: 400, height: 300 };

  it("sees the whole box", () => {
    expect(isWithin(box, { x: 0, y: 0, zoom: 1 }, canvas)).toBe(true);
    expect(isWithin(box, { x: -100, y: -100, zoom: 1 }, canvas)).toBe(true);
  });

  it.each([
    ["on the left", { x: -101, y: 0, zoom: 1 }],
    ["above", { x: 0, y: -101, zoom: 1 }],
    ["on the right", { x: 101, y: 0, zoom: 1 }],
    ["below", { x: 0, y: 101, zoom: 1 }],
    ["zoomed in too far", { x: -100, y: -100, zoom: 2.5 }],
  ])("sees that it is cut %s", (_where, viewport) => {
    expect(isWithin(box, viewport, canvas)).toBe(false);
  });
});
