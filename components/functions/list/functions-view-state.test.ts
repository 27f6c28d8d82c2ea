import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import { buildFunction } from "./function.test-builder";
import { toFunctionsViewState, type FunctionsViewInput } from "./functions-view-state";

const capturedAt = "2026-11-21T10:00:00.000Z";
const list = { items: [buildFunction()], total: 1, nextCursor: null, snapshotId: "s", capturedAt, gaps: [] };
const input: FunctionsViewInput = {
  data: list,
  error: null,
  snapshotId: undefined,
  connection: "open",
  nowMs: Date.parse(capturedAt) + 60_000,
};

describe("toFunctionsViewState", () => {
  it("tells the first reading of the account from an error", () => {
    const none = { ...input, data: undefined };
    const noSnapshot = new ApiRequestError(503, { code: "no_snapshot", message: "" });
    expect(toFunctionsViewState(none).kind).toBe("loading");
    expect(toFunctionsViewState({ ...none, error: noSnapshot }).kind).toBe("reading");
    expect(toFunctionsViewState({ ...none, error: new Error("x") }).kind).toBe("error");
  });

  it("calls a live view old or interrupted, and a chosen snapshot neither", () => {
    const later = { ...input, nowMs: Date.parse(capturedAt) + 16 * 60_000 };
    const lost = { ...input, connection: "lost" as const };
    expect(toFunctionsViewState(input).kind).toBe("ready");
    expect(toFunctionsViewState(later)).toMatchObject({ staleness: { reason: "old", capturedAt } });
    expect(toFunctionsViewState(lost)).toMatchObject({ staleness: { reason: "disconnected" } });
    expect(toFunctionsViewState({ ...later, ...lost, snapshotId: "s" }).kind).toBe("ready");
  });

  it("tells an account without functions from one not read", () => {
    expect(toFunctionsViewState({ ...input, data: { ...list, items: [] } }).kind).toBe("empty");
  });
});
