import { ApiRequestError } from "@/lib/client/api-request-error";
import type { ErrorCode } from "@/lib/contract/error-body";

/** What happened when a save was refused, and whether the plan should be worked out again. */
export interface Refusal {
  title: string;
  message: string;
  nextStep?: string | undefined;
  isPlanStale: boolean;
  isOperationInProgress: boolean;
}

const stale = { isPlanStale: true, isOperationInProgress: false };

const known: Readonly<Partial<Record<ErrorCode, Omit<Refusal, "message" | "nextStep"> & { then?: string }>>> =
  {
    stale_plan: {
      ...stale,
      title: "The function or its network changed in the meantime",
      then: "The plan has been worked out again: look at it once more before saving.",
    },
    plan_blocked: { ...stale, title: "The checks have changed" },
    acknowledgement_required: { ...stale, title: "The checks have changed" },
    operation_in_progress: {
      title: "Another operation is changing this function",
      isPlanStale: false,
      isOperationInProgress: true,
    },
  };

/** The refusals that a person can do something about here; undefined for all others, which are shown as errors. */
export function describeRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof ApiRequestError)) return undefined;
  const { code, message, nextStep } = error.detail;
  const found = known[code];
  if (!found) return undefined;
  const { then, ...refusal } = found;
  // What follows was done here already: the server's advice to do it would send one in a circle.
  return then === undefined
    ? { ...refusal, message, nextStep }
    : { ...refusal, message: `${message} ${then}` };
}
