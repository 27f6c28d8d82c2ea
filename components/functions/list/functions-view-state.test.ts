import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import { buildFunction } from "./function.test-builder";
import { toFunctionsViewState } from "./functions-view-state";

const capturedAt = "2026-11-21T10:00:00.000Z";
const list = { items: [buildFunction()], total: 1, nextCursor: null, snapshotId: "s", capturedAt, gaps: [] };
const input = { data: list, error: null, snapshotId: undefined, nowMs: Date.parse(capturedAt) + 60_000 };

describe("toFunctionsViewState", () => {
  it("waits, reads for the first time, or tells of an error, while there is nothing", () => {
    const none = { ...input, data: undefined };
    expect(toFunctionsViewState(none).kind).toBe("loading");
    const noSnapshot = new ApiRequestError(503, { code: "no_snapshot", message: "" });
    expect(toFunctionsViewState({ ...none, error: noSnapshot }).kind).toBe("reading");
    expect(toFunctionsViewState({ ...none, error: new Error("x") }).kind).toBe("error");
  });

  it("keeps what was read in sight when reading again fails", () => {
    const error = new Error("down");
    expect(toFunctionsViewState({ ...input, error })).toMatchObject({ kind: "ready", refreshError: error });
  });

  it("calls a live view old after an hour, and a chosen snapshot never", () => {
    const later = { ...input, nowMs: Date.parse(capturedAt) + 3 * 3600_000 };
    expect(toFunctionsViewState(input)).toMatchObject({ isStale: false });
    expect(toFunctionsViewState(later)).toMatchObject({ isStale: true });
    expect(toFunctionsViewState({ ...later, snapshotId: "s" })).toMatchObject({ isStale: false });
  });

  it("tells an account without functions from one not read", () => {
    expect(toFunctionsViewState({ ...input, data: { ...list, items: [] } }).kind).toBe("empty");
  });
});
