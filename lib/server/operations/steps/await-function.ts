import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { isSameAttachment, normalizeVpcConfig, type Attachment } from "@/lib/core/network/vpc-config";
import { toStateFailure } from "../to-operation-failure";
import type { StepExecutor } from "./step-executor";
import { watchFunction, type Judgement } from "./watch-function";

/** So long may a reading still show what was before the change: AWS's copies agree only after a moment. */
const STALE_READ_MS = 10_000;

/** Watches the function until AWS has carried the change out, recording every state on the way. */
export const awaitFunction: StepExecutor = (session) => {
  const { target, create } = session.record.document.change;
  return watchFunction(session, (configuration, elapsedMs) =>
    create === null ? judgeUpdate(configuration, target, elapsedMs) : judgeCreation(configuration, elapsedMs),
  );
};

/** The same for a rollback: the settings are back, or the function is gone. */
export const awaitRollback: StepExecutor = (session) => {
  const { previous, create } = session.record.document.change;
  return watchFunction(session, (configuration, elapsedMs) => {
    if (create === null) return judgeUpdate(configuration, previous, elapsedMs);
    return configuration === null ? { status: "done" } : { status: "going-on" };
  });
};

/** `Inactive` is no failure: an idle function takes new settings and gets its interfaces when it wakes. */
export function judgeUpdate(
  configuration: FunctionConfiguration | null,
  wanted: Attachment | null,
  elapsedMs: number,
): Judgement {
  if (configuration === null) return gone(elapsedMs);
  const isAsAsked = isSameAttachment(normalizeVpcConfig(configuration.VpcConfig), wanted);
  switch (configuration.LastUpdateStatus) {
    case "InProgress":
      return { status: "going-on" };
    case "Failed":
      return {
        status: "failed",
        error: toStateFailure(configuration.LastUpdateStatusReasonCode, configuration.LastUpdateStatusReason),
      };
    case "Successful":
    case undefined:
      if (configuration.State === "Pending") return { status: "going-on" };
      if (isAsAsked) return { status: "done" };
      return elapsedMs < STALE_READ_MS ? { status: "going-on" } : overwritten;
  }
}

export function judgeCreation(configuration: FunctionConfiguration | null, elapsedMs: number): Judgement {
  if (configuration === null) return gone(elapsedMs);
  if (configuration.State === "Failed") {
    return {
      status: "failed",
      error: toStateFailure(configuration.StateReasonCode, configuration.StateReason),
    };
  }
  return { status: configuration.State === "Pending" ? "going-on" : "done" };
}

const overwritten: Judgement = {
  status: "failed",
  error: {
    code: "ChangedMeanwhile",
    message: "The function's VPC settings are not what was asked for.",
    cause: "Somebody else changed the function while this change was being carried out.",
    nextStep: "Look at the function as it is now, then plan again.",
  },
};

function gone(elapsedMs: number): Judgement {
  if (elapsedMs < STALE_READ_MS) return { status: "going-on" };
  return {
    status: "failed",
    error: {
      code: "ResourceNotFoundException",
      message: "The function does not exist any more.",
      cause: "Somebody deleted it while this change was being carried out.",
      nextStep: "Refresh the list of functions; create it again if it is still wanted.",
    },
  };
}
