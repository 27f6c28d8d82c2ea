import type { OperationTransition } from "@/lib/contract/operations";
import type { OperationFailure } from "@/lib/core/operations/operation";
import type { OperationSession } from "../operation-session";

export type StepOutcome =
  | { status: "done"; transition?: OperationTransition | undefined; functionArn?: string | undefined }
  | { status: "failed"; error: OperationFailure };

/**
 * Carries one step out. It may be called again for a step that another server began: it asks AWS what is so before it
 * sends anything.
 */
export type StepExecutor = (session: OperationSession, stepId: string) => Promise<StepOutcome>;
