import { isActiveStatus, type OperationState } from "./operation";
import { isRefusal, transition } from "./transition";

const probe = "1970-01-01T00:00:00.000Z";

/** What may be asked of an operation now. The state machine itself answers, so buttons and server cannot disagree. */
export function evaluateOperationEligibility(operation: OperationState): {
  cancel: boolean;
  retry: boolean;
  rollback: boolean;
} {
  return {
    cancel: !isRefusal(transition(operation, { kind: "cancel-requested", at: probe })),
    retry: !isRefusal(transition(operation, { kind: "retry-requested", at: probe })),
    rollback: !isRefusal(transition(operation, { kind: "rollback-requested", at: probe, steps: [] })),
  };
}

export interface FunctionActions {
  connect: { allowed: boolean; reason?: string };
  detach: { allowed: boolean; reason?: string };
}

/**
 * What a user may do with a function now. AWS refuses changes while it is `Pending` or `Failed` or an update is
 * `InProgress`; a state that was not read allows trying, because the plan reads it afresh.
 */
export function evaluateFunctionEligibility(fn: {
  state: string | null;
  lastUpdateStatus: string | null;
  isAttached: boolean;
  /** The operation that holds the function, if one does. */
  operation: Pick<OperationState, "status"> | null;
}): FunctionActions {
  const reason = findReasonAgainstChange(fn);
  if (reason !== undefined)
    return { connect: { allowed: false, reason }, detach: { allowed: false, reason } };
  return {
    connect: { allowed: true },
    detach: fn.isAttached ? { allowed: true } : { allowed: false, reason: "It is not attached to a VPC." },
  };
}

function findReasonAgainstChange(fn: Parameters<typeof evaluateFunctionEligibility>[0]): string | undefined {
  if (fn.operation && isActiveStatus(fn.operation.status)) return "An operation is changing it now.";
  if (fn.state === "Pending") return "AWS is still preparing it (`Pending`) and refuses changes.";
  if (fn.state === "Failed") return "It could not be created (`Failed`): delete it and create it again.";
  if (fn.state === "Deleting") return "It is being deleted (`Deleting`).";
  if (fn.lastUpdateStatus === "InProgress")
    return "An update is in progress (`InProgress`); AWS refuses another.";
  return undefined;
}
