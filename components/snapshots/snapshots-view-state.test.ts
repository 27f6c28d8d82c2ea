import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { toSnapshotsViewState, toSnapshotViewState } from "./snapshots-view-state";

const collecting: SnapshotSummary = {
  id: "snap-1",
  name: "Live",
  source: "live",
  status: "collecting",
  capturedAt: "2026-11-21T10:00:00.000Z",
  accounts: [],
  regions: [],
  counts: {},
  coverage: [],
  warnings: [],
};
const none = { data: undefined, error: null, connection: "open" as const };

describe("toSnapshotsViewState", () => {
  it("tells that nothing was read yet from a list that could not be had", () => {
    expect(toSnapshotsViewState(none).kind).toBe("loading");
    expect(toSnapshotsViewState({ ...none, error: new Error("x") }).kind).toBe("error");
    expect(toSnapshotsViewState({ ...none, data: { items: [] } }).kind).toBe("empty");
    expect(toSnapshotsViewState({ ...none, data: { items: [collecting] } }).kind).toBe("ready");
  });
});

describe("toSnapshotViewState", () => {
  it("says that a deleted snapshot is gone, whatever was read before", () => {
    const error = new ApiRequestError(404, { code: "not_found", message: "" });
    expect(toSnapshotViewState({ ...none, data: collecting, error }).kind).toBe("not-found");
  });

  it("calls one that is being read stale while the stream is lost, and a finished one never", () => {
    const lost = { error: null, connection: "lost" as const };
    expect(toSnapshotViewState({ ...lost, data: collecting }).kind).toBe("stale");
    expect(toSnapshotViewState({ ...lost, data: { ...collecting, status: "ready" } }).kind).toBe("ready");
  });
});
