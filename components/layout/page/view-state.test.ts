import { describe, expect, it } from "vitest";
import { OLD_AFTER_MS, toViewState } from "./view-state";

const capturedAt = "2026-11-21T10:00:00.000Z";
const readAtMs = Date.parse(capturedAt);
const error = new Error("down");
const isEmpty = (data: readonly string[]) => data.length === 0;

describe("toViewState", () => {
  it("waits or tells of the error while there is nothing to show", () => {
    expect(toViewState({ data: undefined, error: null })).toEqual({ kind: "loading" });
    expect(toViewState({ data: undefined, error })).toEqual({ kind: "error", error });
  });

  it("tells nothing there from something", () => {
    expect(toViewState({ data: [], error: null, isEmpty }).kind).toBe("empty");
    expect(toViewState({ data: ["a"], error: null, isEmpty }).kind).toBe("ready");
  });

  it("keeps what was read in sight when reading it again fails", () => {
    expect(toViewState({ data: [], error, isEmpty })).toEqual({
      kind: "stale",
      data: [],
      isEmpty: true,
      staleness: { reason: "refresh-failed", error },
    });
  });

  it("is stale while the stream is lost, not while it is being opened", () => {
    const at = (connection: "connecting" | "open" | "lost") =>
      toViewState({ data: ["a"], error: null, connection }).kind;
    expect([at("connecting"), at("open"), at("lost")]).toEqual(["ready", "ready", "stale"]);
  });

  it("is old after fifteen minutes, and never while the time is not known", () => {
    const at = (nowMs: number | null) => toViewState({ data: ["a"], error: null, capturedAt, nowMs }).kind;
    expect([at(readAtMs + OLD_AFTER_MS), at(readAtMs + OLD_AFTER_MS + 1), at(null)]).toEqual([
      "ready",
      "stale",
      "ready",
    ]);
  });
});
