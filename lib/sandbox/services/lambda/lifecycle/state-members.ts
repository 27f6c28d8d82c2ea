import type { FunctionConfiguration, LastUpdateStatusReasonCode } from "@aws-sdk/client-lambda";

const CREATING_REASON = "The function is being created.";
/** AWS sends `Creating` here, although the enum lacks it (recorded by LocalStack's test_vpc_config). */
const CREATING_UPDATE = "Creating" as string as LastUpdateStatusReasonCode;

/** A new function or version: no `LastUpdateStatus` at all. */
export const PENDING_CREATION: Partial<FunctionConfiguration> = {
  State: "Pending",
  StateReason: CREATING_REASON,
  StateReasonCode: "Creating",
};

/** An update in its background phase; `State` is not touched. */
export const UPDATE_IN_PROGRESS: Partial<FunctionConfiguration> = {
  LastUpdateStatus: "InProgress",
  LastUpdateStatusReason: CREATING_REASON,
  LastUpdateStatusReasonCode: CREATING_UPDATE,
};

/** Rebuilding after sleep; the text is the sandbox's own. */
export const PENDING_RESTORE: Partial<FunctionConfiguration> = {
  State: "Pending",
  StateReason: "The function is being restored after it was idle.",
  StateReasonCode: "Restoring",
};

/** Put to sleep; the text is the sandbox's own. */
export const INACTIVE_IDLE: Partial<FunctionConfiguration> = {
  State: "Inactive",
  StateReason: "The function has been idle for 14 days and its VPC connection was reclaimed.",
  StateReasonCode: "Idle",
};

/** `Active` and `Successful`: no reasons any more. Changes `configuration`. */
export function markReady(configuration: FunctionConfiguration): void {
  markActive(configuration);
  markUpdated(configuration);
}

/** `Active`, without a reason. Changes `configuration`. */
export function markActive(configuration: FunctionConfiguration): void {
  configuration.State = "Active";
  delete configuration.StateReason;
  delete configuration.StateReasonCode;
}

/** `Successful`, without a reason. Changes `configuration`. */
export function markUpdated(configuration: FunctionConfiguration): void {
  configuration.LastUpdateStatus = "Successful";
  delete configuration.LastUpdateStatusReason;
  delete configuration.LastUpdateStatusReasonCode;
}
