import { describe, expect, it } from "vitest";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { getNowState } from "./now-state";

const aReading = (
  status: SnapshotSummary["status"],
  rest: Partial<SnapshotSummary> = {},
): SnapshotSummary => ({
  id: "now",
  name: "now",
  source: "live",
  status,
  capturedAt: "2026-01-01T00:00:00.000Z",
  accounts: [],
  regions: [],
  counts: {},
  coverage: [],
  warnings: [],
  ...rest,
});
const stateOf = (data: SnapshotSummary | undefined, error: Error | null = null) =>
  getNowState({ data, error });

describe("the reading of now", () => {
  it("is waited for, read, and then compared", () => {
    expect(stateOf(undefined).kind).toBe("loading");
    expect(stateOf(aReading("collecting"))).toMatchObject({ kind: "reading", snapshot: { id: "now" } });
    expect(stateOf(aReading("ready")).kind).toBe("ready");
  });

  it("says why there is no now", () => {
    expect(stateOf(undefined, new Error("gone")).kind).toBe("error");
    expect(stateOf(aReading("failed", { error: "AccessDenied" }))).toMatchObject({
      kind: "ended",
      wasStopped: false,
      message: "AccessDenied",
    });
    expect(stateOf(aReading("failed"))).toMatchObject({ message: "Why is not known." });
    expect(stateOf(aReading("canceled"))).toMatchObject({ kind: "ended", wasStopped: true });
  });
});
