import { describe, expect, it } from "vitest";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { findLiveReading, progressFraction } from "./latest-snapshot";

const snapshot = (
  id: string,
  status: SnapshotSummary["status"],
  source: SnapshotSummary["source"] = "live",
) => ({
  id,
  name: id,
  source,
  status,
  capturedAt: "2026-11-21T10:00:00.000Z",
  accounts: [],
  regions: [],
  counts: {},
  coverage: [],
  warnings: [],
});

describe("findLiveReading", () => {
  it("takes the newest complete live snapshot, never an imported one", () => {
    const reading = findLiveReading([
      snapshot("i", "ready", "import"),
      snapshot("c", "collecting"),
      snapshot("r", "ready"),
    ]);
    expect(reading.ready?.id).toBe("r");
    expect(reading.collecting?.id).toBe("c");
    expect(reading.failed).toBeUndefined();
  });

  it("tells of a failure only while nothing newer has succeeded", () => {
    expect(findLiveReading([snapshot("f", "failed"), snapshot("r", "ready")]).failed?.id).toBe("f");
    expect(findLiveReading([snapshot("r", "ready"), snapshot("f", "failed")]).failed).toBeUndefined();
    expect(findLiveReading([snapshot("f", "failed")]).failed?.id).toBe("f");
  });
});

describe("progressFraction", () => {
  it("counts calls, else bytes, else does not know", () => {
    expect(progressFraction({ progress: { callsDone: 3, callsTotal: 12, items: 0 } })).toBe(0.25);
    expect(
      progressFraction({ progress: { callsDone: 0, callsTotal: 0, items: 0, bytesDone: 1, bytesTotal: 2 } }),
    ).toBe(0.5);
    expect(progressFraction({})).toBeUndefined();
  });
});
