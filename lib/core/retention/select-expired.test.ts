import { describe, expect, it } from "vitest";
import { DEFAULT_RETENTION, type RetainedSnapshot } from "./retention-rule";
import { selectExpired } from "./select-expired";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-03-10T12:00:00Z");

function aSnapshot(hoursAgo: number, overrides: Partial<RetainedSnapshot> = {}): RetainedSnapshot {
  return {
    id: `${String(hoursAgo)}h`,
    source: "live",
    status: "ready",
    capturedAt: NOW - hoursAgo * HOUR,
    isPinned: false,
    isReferred: false,
    ...overrides,
  };
}

const rule = { recentHours: 24, recentMost: 3, dailyDays: 3 };

describe("selectExpired", () => {
  it("keeps the newest of the last hours, up to so many", () => {
    const snapshots = [0, 1, 2, 3, 4].map((hours) => aSnapshot(hours));
    expect(selectExpired(snapshots, rule, NOW)).toEqual(["3h", "4h"]);
  });

  it("keeps the newest of each day, for so many days", () => {
    const snapshots = [0, 25, 30, 49, 55, 73, 100].map((hours) => aSnapshot(hours));
    expect(selectExpired(snapshots, rule, NOW)).toEqual(["30h", "55h", "73h", "100h"]);
  });

  it("never drops the newest that is ready, however old it is", () => {
    const failed = aSnapshot(1, { status: "failed" });
    expect(selectExpired([aSnapshot(9000), aSnapshot(9001), failed], rule, NOW)).toEqual(["9001h"]);
  });

  it.each([
    ["an import", { source: "import" }],
    ["a pinned one", { isPinned: true }],
    ["one that a plan or an operation refers to", { isReferred: true }],
    ["one that is being made", { status: "collecting" }],
  ] as const)("never drops %s", (_what, overrides) => {
    expect(selectExpired([aSnapshot(0), aSnapshot(9000, overrides)], rule, NOW)).toEqual([]);
    expect(selectExpired([aSnapshot(0), aSnapshot(9000)], rule, NOW)).toEqual(["9000h"]);
  });

  it("forgets what failed or was canceled when it is no longer recent", () => {
    const snapshots = [
      aSnapshot(0),
      aSnapshot(1, { status: "failed" }),
      aSnapshot(30, { status: "failed" }),
      aSnapshot(31, { status: "canceled" }),
    ];
    expect(selectExpired(snapshots, rule, NOW)).toEqual(["30h", "31h"]);
  });

  it("keeps a day of refreshing every ten minutes by default, and a month of days", () => {
    const everyTenMinutes = Array.from({ length: 6 * 24 * 60 }, (_, index) => aSnapshot(index / 6));
    const expired = new Set(selectExpired(everyTenMinutes, DEFAULT_RETENTION, NOW));
    // The hundred reach back into yesterday; of the 28 days before it there is one each.
    expect(everyTenMinutes.length - expired.size).toBe(100 + 28);
  });
});
