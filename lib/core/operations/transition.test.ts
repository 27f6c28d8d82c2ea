import { describe, expect, it } from "vitest";
import {
  findNextStep,
  type OperationState,
  type OperationStatus,
  type OperationStepState,
} from "./operation";
import { isRefusal, transition, type OperationEvent } from "./transition";

const at = "2026-11-21T08:00:00.000Z";
const error = { code: "SubnetOutOfIPAddresses", message: "no address" };

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
const wait = (overrides: Partial<OperationStepState> = {}) =>
  step({ id: "s2", kind: "await-function", title: "Wait", ...overrides });
const undo = (overrides: Partial<OperationStepState> = {}) =>
  step({ id: "u1", kind: "restore-function-configuration", title: "Restore", ...overrides });

function run(operation: OperationState, ...events: OperationEvent[]): OperationState {
  return events.reduce((current, event) => {
    const next = transition(current, event);
    if (isRefusal(next)) throw new Error(`${event.kind}: ${next.reason}`);
    return next;
  }, operation);
}

const queued: OperationState = { status: "queued", steps: [step(), wait()] };
const sent: OperationEvent[] = [
  { kind: "started", at },
  { kind: "step-started", stepId: "s1", at },
  { kind: "step-sent", stepId: "s1", at },
];
const waiting: OperationEvent[] = [
  ...sent,
  { kind: "step-succeeded", stepId: "s1", at },
  { kind: "step-started", stepId: "s2", at },
];
const done: OperationEvent[] = [
  ...waiting,
  { kind: "step-succeeded", stepId: "s2", at },
  { kind: "finished", at },
];

describe("transition", () => {
  it("runs every step and succeeds", () => {
    const operation = run(queued, ...done);
    expect(operation.status).toBe("succeeded");
    expect(operation.steps.map(({ status }) => status)).toEqual(["succeeded", "succeeded"]);
    expect(findNextStep(operation)).toBeUndefined();
  });

  it("refuses to finish while a step is open", () => {
    expect(transition(run(queued, ...sent), { kind: "finished", at })).toMatchObject({ refused: true });
  });

  it("keeps the failure on the step and on the operation", () => {
    const operation = run(queued, ...waiting, { kind: "step-failed", stepId: "s2", at, error });
    expect(operation).toMatchObject({ status: "failed", error });
    expect(operation.steps[1]).toMatchObject({ status: "failed", error, endedAt: at });
  });

  it("calls off what was not sent, and only that", () => {
    const canceled = run(queued, { kind: "cancel-requested", at });
    expect(canceled.status).toBe("canceled");
    expect(canceled.steps.map(({ status }) => status)).toEqual(["skipped", "skipped"]);
    expect(transition(run(queued, ...sent), { kind: "cancel-requested", at })).toMatchObject({
      refused: true,
      reason: expect.stringContaining("already sent") as string,
    });
  });

  it("sends the change again when the wait after it failed", () => {
    const failed = run(queued, ...waiting, { kind: "step-failed", stepId: "s2", at, error });
    const retried = run(failed, { kind: "retry-requested", at });
    expect(retried.status).toBe("queued");
    expect(retried.error).toBeUndefined();
    expect(retried.steps).toEqual([step(), wait()]);
  });

  it("does not repeat steps that held when a later write failed", () => {
    const steps = [
      step({ status: "succeeded", sentAt: at }),
      wait({ status: "succeeded" }),
      step({ id: "s3", status: "failed", error }),
    ];
    const retried = run({ status: "failed", steps, error }, { kind: "retry-requested", at });
    expect(retried.steps.map(({ status }) => status)).toEqual(["succeeded", "succeeded", "pending"]);
  });

  it("resets the failed wait itself where no write stands before it", () => {
    const retried = run(
      { status: "failed", steps: [wait({ status: "failed", error })], error },
      { kind: "retry-requested", at },
    );
    expect(retried.steps[0]?.status).toBe("pending");
  });

  it("rolls back by adding the undoing steps, and ends rolled back", () => {
    const rollingBack = run(run(queued, ...done), { kind: "rollback-requested", at, steps: [undo()] });
    expect(rollingBack.status).toBe("rolling-back");
    expect(findNextStep(rollingBack)?.id).toBe("u1");
    const rolledBack = run(
      rollingBack,
      { kind: "step-started", stepId: "u1", at },
      { kind: "step-succeeded", stepId: "u1", at },
      { kind: "finished", at },
    );
    expect(rolledBack.status).toBe("rolled-back");
  });

  it("skips the steps that were never begun when a failed operation is rolled back", () => {
    const failed = run(queued, ...sent, { kind: "step-failed", stepId: "s1", at, error });
    const rollingBack = run(failed, { kind: "rollback-requested", at, steps: [undo()] });
    expect(rollingBack.steps.map(({ status }) => status)).toEqual(["failed", "skipped", "pending"]);
    expect(rollingBack.error).toBeUndefined();
  });

  it("takes a failed rollback up again where it failed", () => {
    const failed = run(
      run(queued, ...waiting, { kind: "step-failed", stepId: "s2", at, error }),
      { kind: "rollback-requested", at, steps: [undo()] },
      { kind: "step-started", stepId: "u1", at },
      { kind: "step-failed", stepId: "u1", at, error },
    );
    expect(failed.status).toBe("failed");
    expect(transition(failed, { kind: "rollback-requested", at, steps: [undo()] })).toMatchObject({
      refused: true,
    });
    const retried = run(failed, { kind: "retry-requested", at });
    expect(retried.status).toBe("rolling-back");
    expect(retried.steps.map(({ status }) => status)).toEqual(["succeeded", "failed", "pending"]);
  });

  it("has nothing to put back where nothing was sent", () => {
    expect(
      transition(
        { status: "failed", steps: [step({ status: "failed", error })], error },
        { kind: "rollback-requested", at, steps: [undo()] },
      ),
    ).toMatchObject({ refused: true });
  });

  it("refuses a retry of a failed operation without a failed step", () => {
    expect(transition({ status: "failed", steps: [step()] }, { kind: "retry-requested", at })).toMatchObject({
      refused: true,
    });
  });

  it("refuses events about steps that are not there or not in the right status", () => {
    const running = run(queued, { kind: "started", at });
    for (const event of [
      { kind: "step-started", stepId: "none", at },
      { kind: "step-sent", stepId: "s1", at },
      { kind: "step-succeeded", stepId: "s1", at },
      { kind: "step-failed", stepId: "s1", at, error },
    ] satisfies OperationEvent[]) {
      expect(transition(running, event), event.kind).toMatchObject({ refused: true });
    }
  });
});

const legal: Record<OperationEvent["kind"], OperationStatus[]> = {
  started: ["queued"],
  "step-started": ["running", "rolling-back"],
  "step-sent": ["running", "rolling-back"],
  "step-succeeded": ["running", "rolling-back"],
  "step-failed": ["running", "rolling-back"],
  finished: ["running", "rolling-back"],
  "cancel-requested": ["queued", "running"],
  "retry-requested": ["failed"],
  "rollback-requested": ["succeeded", "failed"],
};
const statuses: OperationStatus[] = [
  "queued",
  "running",
  "succeeded",
  "failed",
  "rolling-back",
  "rolled-back",
  "canceled",
];
const events: OperationEvent[] = [
  { kind: "started", at },
  { kind: "step-started", stepId: "s1", at },
  { kind: "step-sent", stepId: "s1", at },
  { kind: "step-succeeded", stepId: "s1", at },
  { kind: "step-failed", stepId: "s1", at, error },
  { kind: "finished", at },
  { kind: "cancel-requested", at },
  { kind: "retry-requested", at },
  { kind: "rollback-requested", at, steps: [] },
];

describe.each(events)("$kind", (event) => {
  it.each(statuses.filter((status) => !legal[event.kind].includes(status)))(
    "is refused while %s",
    (status) => {
      expect(transition({ status, steps: [step()] }, event)).toMatchObject({
        refused: true,
        event: event.kind,
        status,
      });
    },
  );
});
