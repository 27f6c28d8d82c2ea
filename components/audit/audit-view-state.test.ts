import { describe, expect, it } from "vitest";
import type { AuditEntry } from "@/lib/contract/audit";
import { toAuditViewState } from "./audit-view-state";

const entry: AuditEntry = {
  id: "a-1",
  at: "2026-11-21T10:00:00.000Z",
  actor: "local",
  action: "plan.apply",
  resource: "plan-1",
  outcome: "succeeded",
  correlationId: "c-1",
};

describe("toAuditViewState", () => {
  it("joins the pages that were read, newest first", () => {
    const older = { ...entry, id: "a-0" };
    const pages = [{ items: [entry] }, { items: [older] }];
    expect(toAuditViewState({ pages }, null)).toEqual({ kind: "ready", data: [entry, older] });
  });

  it("tells an empty log from one that could not be read, and keeps entries when refreshing fails", () => {
    expect(toAuditViewState({ pages: [{ items: [] }] }, null).kind).toBe("empty");
    expect(toAuditViewState(undefined, new Error("x")).kind).toBe("error");
    expect(toAuditViewState({ pages: [{ items: [entry] }] }, new Error("x")).kind).toBe("stale");
  });
});
