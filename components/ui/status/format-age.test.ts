import { describe, expect, it } from "vitest";
import { formatAge, formatDuration, formatInstant } from "./format-age";

const now = Date.parse("2026-11-21T12:00:00Z");

describe("formatAge", () => {
  it.each([
    ["2026-11-21T11:59:58Z", "just now"],
    ["2026-11-21T11:59:20Z", "40 seconds ago"],
    ["2026-11-21T11:55:00Z", "5 minutes ago"],
    ["2026-11-20T12:00:00Z", "yesterday"],
    ["2026-11-07T12:00:00Z", "14 days ago"],
    ["2026-11-21T14:00:00Z", "in 2 hours"],
  ])("says how long ago %s was", (at, expected) => {
    expect(formatAge(at, now)).toBe(expected);
  });

  it("gives back what is no time", () => {
    expect(formatAge("soon", now)).toBe("soon");
    expect(formatInstant("soon")).toBe("soon");
  });
});

describe("formatDuration", () => {
  it.each([
    [40, "40 ms"],
    [12_400, "12 s"],
    [200_000, "3 min 20 s"],
    [120_000, "2 min"],
    [3_720_000, "1 h 2 min"],
  ])("gives %d ms its unit", (durationMs, expected) => {
    expect(formatDuration(durationMs)).toBe(expected);
  });
});
