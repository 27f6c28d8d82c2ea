import {
  isRollbackStep,
  isWriteStep,
  type OperationFailure,
  type OperationState,
  type OperationStatus,
  type OperationStepState,
  type StepStatus,
} from "./operation";

/** What can happen to an operation. Times are ISO 8601. */
export type OperationEvent =
  | { kind: "started"; at: string }
  | { kind: "step-started"; stepId: string; at: string }
  | { kind: "step-sent"; stepId: string; at: string }
  | { kind: "step-succeeded"; stepId: string; at: string }
  | { kind: "step-failed"; stepId: string; at: string; error: OperationFailure }
  | { kind: "finished"; at: string }
  | { kind: "cancel-requested"; at: string }
  | { kind: "retry-requested"; at: string }
  | { kind: "rollback-requested"; at: string; steps: readonly OperationStepState[] };

/** Why an event cannot happen now; the reason is fit to be shown. */
export interface Refusal {
  refused: true;
  event: OperationEvent["kind"];
  status: OperationStatus;
  reason: string;
}

const cancelable: readonly OperationStatus[] = ["queued", "running"];

/** In which statuses each event may happen. */
const allowedIn: Record<OperationEvent["kind"], readonly OperationStatus[]> = {
  started: ["queued"],
  "step-started": ["running", "rolling-back"],
  "step-sent": ["running", "rolling-back"],
  "step-succeeded": ["running", "rolling-back"],
  "step-failed": ["running", "rolling-back"],
  finished: ["running", "rolling-back"],
  "cancel-requested": cancelable,
  "retry-requested": ["failed"],
  "rollback-requested": ["succeeded", "failed"],
};

/** The operation after the event, or why the event cannot happen. Pure: the caller stores what comes back. */
export function transition(operation: OperationState, event: OperationEvent): OperationState | Refusal {
  const refuse = (reason: string): Refusal => ({
    refused: true,
    event: event.kind,
    status: operation.status,
    reason,
  });
  if (!allowedIn[event.kind].includes(operation.status)) {
    return refuse(`This cannot be done while the operation is ${operation.status}.`);
  }
  switch (event.kind) {
    case "started":
      return { ...operation, status: "running" };
    case "step-started":
      return changeStep(operation, event.stepId, ["pending"], refuse, (step) => ({
        ...step,
        status: "running",
        startedAt: event.at,
      }));
    case "step-sent":
      return changeStep(operation, event.stepId, ["running"], refuse, (step) => ({
        ...step,
        sentAt: event.at,
      }));
    case "step-succeeded":
      return changeStep(operation, event.stepId, ["running"], refuse, (step) => ({
        ...step,
        status: "succeeded",
        endedAt: event.at,
      }));
    case "step-failed":
      return failStep(operation, event, refuse);
    case "finished":
      return finish(operation, refuse);
    case "cancel-requested":
      return cancel(operation, event.at, refuse);
    case "retry-requested":
      return retry(operation, refuse);
    case "rollback-requested":
      return rollBack(operation, event, refuse);
  }
}

export function isRefusal(result: OperationState | Refusal): result is Refusal {
  return "refused" in result;
}

function changeStep(
  operation: OperationState,
  stepId: string,
  from: readonly StepStatus[],
  refuse: (reason: string) => Refusal,
  change: (step: OperationStepState) => OperationStepState,
): OperationState | Refusal {
  const step = operation.steps.find(({ id }) => id === stepId);
  if (!step) return refuse(`The operation has no step ${stepId}.`);
  if (!from.includes(step.status)) return refuse(`Step ${stepId} is ${step.status}.`);
  return { ...operation, steps: operation.steps.map((other) => (other === step ? change(other) : other)) };
}

function failStep(
  operation: OperationState,
  event: Extract<OperationEvent, { kind: "step-failed" }>,
  refuse: (reason: string) => Refusal,
): OperationState | Refusal {
  const failed = changeStep(operation, event.stepId, ["running"], refuse, (step) => ({
    ...step,
    status: "failed",
    endedAt: event.at,
    error: event.error,
  }));
  if (isRefusal(failed)) return failed;
  return { ...failed, status: "failed", error: event.error };
}

function finish(operation: OperationState, refuse: (reason: string) => Refusal): OperationState | Refusal {
  if (operation.steps.some(({ status }) => status === "pending" || status === "running")) {
    return refuse("Some steps are not done yet.");
  }
  return { ...operation, status: operation.status === "rolling-back" ? "rolled-back" : "succeeded" };
}

/** AWS cannot be told to stop a change: only what was not sent yet can be called off. */
function cancel(
  operation: OperationState,
  at: string,
  refuse: (reason: string) => Refusal,
): OperationState | Refusal {
  if (operation.steps.some(({ sentAt }) => sentAt !== null)) {
    return refuse(
      "The change was already sent to AWS, which cannot call it off. Roll it back once it has ended.",
    );
  }
  return { ...operation, status: "canceled", steps: skipOpenSteps(operation.steps, at) };
}

/** A wait that failed means that the write before it did not take hold: both are done again. */
function retry(operation: OperationState, refuse: (reason: string) => Refusal): OperationState | Refusal {
  const failedAt = operation.steps.findIndex(({ status }) => status === "failed");
  const isRollingBack = operation.steps.some(
    ({ kind, status }) => isRollbackStep(kind) && status !== "succeeded" && status !== "skipped",
  );
  const failed = isRollingBack
    ? operation.steps.findLastIndex(({ status }) => status === "failed")
    : failedAt;
  if (failed === -1) return refuse("No step of it failed.");
  const from = lastWriteUpTo(operation.steps, failed);
  return {
    status: isRollingBack ? "rolling-back" : "queued",
    steps: operation.steps.map((step, index) => (index < from ? step : reset(step))),
  };
}

function lastWriteUpTo(steps: readonly OperationStepState[], index: number): number {
  const write = steps.slice(0, index + 1).findLastIndex(({ kind }) => isWriteStep(kind));
  return write === -1 ? index : write;
}

function reset(step: OperationStepState): OperationStepState {
  const { id, kind, title } = step;
  return { id, kind, title, status: "pending", startedAt: null, endedAt: null, sentAt: null };
}

function rollBack(
  operation: OperationState,
  event: Extract<OperationEvent, { kind: "rollback-requested" }>,
  refuse: (reason: string) => Refusal,
): OperationState | Refusal {
  if (operation.steps.some(({ kind }) => isRollbackStep(kind))) {
    return refuse("It was rolled back before; try that again instead.");
  }
  if (!operation.steps.some(({ sentAt }) => sentAt !== null)) {
    return refuse("Nothing was sent to AWS, so there is nothing to put back.");
  }
  return {
    status: "rolling-back",
    steps: [...skipOpenSteps(operation.steps, event.at), ...event.steps],
  };
}

function skipOpenSteps(steps: readonly OperationStepState[], at: string): OperationStepState[] {
  return steps.map((step) =>
    step.status === "pending" || step.status === "running"
      ? { ...step, status: "skipped", endedAt: at }
      : step,
  );
}
