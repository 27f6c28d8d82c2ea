export type OperationStatus =
  "queued" | "running" | "succeeded" | "failed" | "rolling-back" | "rolled-back" | "canceled";

export type StepStatus = "pending" | "running" | "succeeded" | "failed" | "skipped";

/** One AWS write or one wait. The kinds that undo are added by a rollback. */
export type StepKind =
  | "update-function-configuration"
  | "create-function"
  | "await-function"
  | "restore-function-configuration"
  | "delete-function"
  | "await-rollback";

export interface OperationFailure {
  /** AWS's code or reason code. */
  code: string;
  message: string;
  cause?: string;
  nextStep?: string;
  missingPermission?: string;
}

export interface OperationStepState {
  id: string;
  kind: StepKind;
  title: string;
  status: StepStatus;
  /** ISO 8601. */
  startedAt: string | null;
  endedAt: string | null;
  /**
   * ISO 8601: when its write was about to go to AWS. Recorded before the call, so that whoever takes over after a
   * crash asks AWS what became of it instead of sending it again.
   */
  sentAt: string | null;
  error?: OperationFailure;
}

/** What the state machine needs of an operation. */
export interface OperationState {
  status: OperationStatus;
  steps: readonly OperationStepState[];
  error?: OperationFailure;
}

const activeStatuses: ReadonlySet<OperationStatus> = new Set(["queued", "running", "rolling-back"]);

/** Whether it holds its function: only one operation per function may. */
export function isActiveStatus(status: OperationStatus): boolean {
  return activeStatuses.has(status);
}

/** Whether the step undoes rather than does. */
export function isRollbackStep(kind: StepKind): boolean {
  switch (kind) {
    case "restore-function-configuration":
    case "delete-function":
    case "await-rollback":
      return true;
    case "update-function-configuration":
    case "create-function":
    case "await-function":
      return false;
  }
}

/** Whether the step writes to AWS (and not only waits). */
export function isWriteStep(kind: StepKind): boolean {
  return kind !== "await-function" && kind !== "await-rollback";
}

/** The step to carry out next of an active operation; undefined when all are done. */
export function findNextStep(operation: OperationState): OperationStepState | undefined {
  return operation.steps.find((step) => step.status === "running" || step.status === "pending");
}
