import { explainState } from "../../../operations/explain-state";
import { pass, type Check, type CheckOutcome } from "../check";

/** AWS refuses changes of a function that is being created, failed, or is being updated (ResourceConflictException). */
export const functionState: Check = {
  code: "function-state",
  title: "State of the function",
  evaluate: ({ kind, configuration }) => {
    if (kind === "create-function" || configuration === null) return null;
    const { State: state, LastUpdateStatus: lastUpdateStatus } = configuration;
    const explanation = explainState({
      state,
      stateReason: configuration.StateReason,
      stateReasonCode: configuration.StateReasonCode,
      lastUpdateStatus,
      lastUpdateStatusReason: configuration.LastUpdateStatusReason,
      lastUpdateStatusReasonCode: configuration.LastUpdateStatusReasonCode,
    });
    const withNextStep = (outcome: CheckOutcome): CheckOutcome =>
      explanation.nextStep === null ? outcome : { ...outcome, nextStep: explanation.nextStep };
    if (state === "Pending" || state === "Failed" || state === "Deleting") {
      const refusal = `AWS refuses it: “The operation cannot be performed at this time. The function is currently in the following state: ${state}” (\`ResourceConflictException\`).`;
      return withNextStep({ status: "block", message: `${explanation.summary} ${refusal}` });
    }
    if (lastUpdateStatus === "InProgress") {
      const refusal = `AWS refuses it: “The operation cannot be performed at this time. An update is in progress for resource: ${configuration.FunctionArn ?? "the function"}” (\`ResourceConflictException\`).`;
      return withNextStep({ status: "block", message: `${explanation.summary} ${refusal}` });
    }
    if (state === "Active") return pass("It is ready (`Active`) and no update is running.");
    if (state === "Inactive") return withNextStep({ status: "warn", message: explanation.summary });
    return withNextStep({ status: "unknown", message: explanation.summary });
  },
};
