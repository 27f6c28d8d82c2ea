import { describe, expect, it } from "vitest";
import { gridStart } from "./grid-start";

describe("gridStart", () => {
  const canvas = { width: 1200, height: 700 };

  it("shows all of it, in the middle, never larger than it is", () => {
    expect(gridStart({ width: 600, height: 300 }, canvas)).toEqual({ zoom: 1, x: 300, y: 14 });
    expect(gridStart({ width: 1200, height: 1000 }, canvas).zoom).toBeCloseTo(0.672);
  });

  it("begins at the top, over the whole width, where all of it could not be read", () => {
    const phone = gridStart({ width: 452, height: 12_000 }, { width: 390, height: 600 });
    expect(phone.zoom).toBeCloseTo(0.828);
    expect(phone.y).toBe(12);
    expect(gridStart({ width: 4000, height: 3000 }, canvas)).toEqual({ zoom: 0.5, x: 24, y: 14 });
  });
});
