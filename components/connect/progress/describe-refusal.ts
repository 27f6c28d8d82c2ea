import { ApiRequestError } from "@/lib/client/api-request-error";

/** What happened when a save was refused, and whether the plan should be worked out again. */
export interface Refusal {
  title: string;
  message: string;
  nextStep?: string | undefined;
  isPlanStale: boolean;
  isOperationInProgress: boolean;
}

/** The refusals that a person can do something about here; undefined for all others, which are shown as errors. */
export function describeRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof ApiRequestError)) return undefined;
  const { code, message, nextStep } = error.detail;
  switch (code) {
    case "stale_plan":
      return {
        title: "The function or its network changed in the meantime",
        message: `${message} The plan has been worked out again: look at it once more before saving.`,
        nextStep,
        isPlanStale: true,
        isOperationInProgress: false,
      };
    case "plan_blocked":
    case "acknowledgement_required":
      return {
        title: "The checks have changed",
        message,
        nextStep,
        isPlanStale: true,
        isOperationInProgress: false,
      };
    case "operation_in_progress":
      return {
        title: "Another operation is changing this function",
        message,
        nextStep,
        isPlanStale: false,
        isOperationInProgress: true,
      };
    default:
      return undefined;
  }
}
