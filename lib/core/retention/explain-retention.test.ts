import { describe, expect, it } from "vitest";
import { explainRetention } from "./explain-retention";
import type { RetainedSnapshot } from "./retention-rule";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-03-10T12:00:00Z");
const rule = { recentHours: 24, recentMost: 2, dailyDays: 3 };

function aSnapshot(hoursAgo: number, overrides: Partial<RetainedSnapshot> = {}): RetainedSnapshot {
  const id = `${String(hoursAgo)}h`;
  const capturedAt = NOW - hoursAgo * HOUR;
  return {
    id,
    source: "live",
    status: "ready",
    capturedAt,
    isPinned: false,
    isReferred: false,
    ...overrides,
  };
}

describe("explainRetention", () => {
  it("names the reason for each, and until when the rule keeps it", () => {
    const snapshots = [
      aSnapshot(0),
      aSnapshot(1),
      aSnapshot(2),
      aSnapshot(3, { isReferred: true }),
      aSnapshot(4, { isPinned: true, isReferred: true }),
      aSnapshot(5, { status: "collecting" }),
      aSnapshot(25),
      aSnapshot(30),
      aSnapshot(900, { source: "import" }),
    ];
    const told = explainRetention(snapshots, rule, NOW).map(({ id, keptBecause, until }) => [
      id,
      keptBecause,
      until === null ? null : new Date(until).toISOString(),
    ]);
    expect(told).toEqual([
      ["900h", "import", null],
      ["0h", "newest", null],
      ["1h", "recent", "2026-03-11T11:00:00.000Z"],
      ["2h", null, null],
      ["3h", "referred", null],
      ["4h", "pinned", null],
      ["5h", "collecting", null],
      ["25h", "daily", "2026-03-12T00:00:00.000Z"],
      ["30h", null, null],
    ]);
  });
});
