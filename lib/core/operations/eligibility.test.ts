import { describe, expect, it } from "vitest";
import { evaluateFunctionEligibility, evaluateOperationEligibility } from "./eligibility";
import type { OperationStatus, OperationStepState } from "./operation";

function step(overrides: Partial<OperationStepState> = {}): OperationStepState {
  return {
    id: "s1",
    kind: "update-function-configuration",
    title: "Update",
    status: "pending",
    startedAt: null,
    endedAt: null,
    sentAt: null,
    ...overrides,
  };
}
const sent = step({ status: "succeeded", sentAt: "2026-11-21T08:00:00.000Z" });
const failed = step({ status: "failed", sentAt: "2026-11-21T08:00:00.000Z" });

describe("evaluateOperationEligibility", () => {
  it.each<[OperationStatus, OperationStepState, boolean, boolean, boolean]>([
    ["queued", step(), true, false, false],
    ["running", step({ status: "running" }), true, false, false],
    ["running", sent, false, false, false],
    ["succeeded", sent, false, false, true],
    ["failed", failed, false, true, true],
    ["failed", step({ status: "failed" }), false, true, false],
    ["rolling-back", sent, false, false, false],
    ["rolled-back", sent, false, false, false],
    ["canceled", step({ status: "skipped" }), false, false, false],
  ])("%s with %o: cancel %s, retry %s, rollback %s", (status, only, cancel, retry, rollback) => {
    expect(evaluateOperationEligibility({ status, steps: [only] })).toEqual({ cancel, retry, rollback });
  });
});

describe("evaluateFunctionEligibility", () => {
  const settled = { state: "Active", lastUpdateStatus: "Successful", isAttached: true, operation: null };

  it("allows both changes of a settled, attached function", () => {
    expect(evaluateFunctionEligibility(settled)).toEqual({
      connect: { allowed: true },
      detach: { allowed: true },
    });
  });

  it("allows trying where the state was not read", () => {
    expect(
      evaluateFunctionEligibility({ ...settled, state: null, lastUpdateStatus: null }).connect.allowed,
    ).toBe(true);
  });

  it("has nothing to detach where nothing is attached", () => {
    expect(evaluateFunctionEligibility({ ...settled, isAttached: false })).toMatchObject({
      connect: { allowed: true },
      detach: { allowed: false },
    });
  });

  it("ignores an operation that has ended", () => {
    expect(
      evaluateFunctionEligibility({ ...settled, operation: { status: "succeeded" } }).connect.allowed,
    ).toBe(true);
  });

  it.each([
    [{ state: "Pending" }, "`Pending`"],
    [{ state: "Failed" }, "`Failed`"],
    [{ state: "Deleting" }, "`Deleting`"],
    [{ lastUpdateStatus: "InProgress" }, "`InProgress`"],
    [{ operation: { status: "running" as const } }, "operation"],
  ])("refuses both with a reason for %o", (overrides, word) => {
    const { connect, detach } = evaluateFunctionEligibility({ ...settled, ...overrides });
    expect(connect).toEqual(detach);
    expect(connect.allowed).toBe(false);
    expect(connect.reason).toContain(word);
  });
});
