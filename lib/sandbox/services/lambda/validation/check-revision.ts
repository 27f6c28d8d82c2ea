import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { preconditionFailed, resourceConflict } from "../lambda-errors";

/** Optimistic locking: throws PreconditionFailedException when a revision is given and is not the latest. */
export function checkRevision(latest: FunctionConfiguration, revisionId: string | undefined): void {
  if (revisionId !== undefined && revisionId !== latest.RevisionId) throw preconditionFailed();
}

/**
 * Throws ResourceConflictException while a function cannot be changed: being created or rebuilt (`Pending`), `Failed` for
 * good, or with an update in progress (Lambda Developer Guide: functions-states).
 */
export function checkChangeable(latest: FunctionConfiguration, functionArn: string): void {
  if (latest.State === "Pending" || latest.State === "Failed") {
    throw resourceConflict(
      `The operation cannot be performed at this time. The function is currently in the following state: ${latest.State}`,
    );
  }
  checkNoUpdateInProgress(latest, functionArn);
}

/** The half of it that TagResource respects too. */
export function checkNoUpdateInProgress(latest: FunctionConfiguration, functionArn: string): void {
  if (latest.LastUpdateStatus !== "InProgress") return;
  throw resourceConflict(
    `The operation cannot be performed at this time. An update is in progress for resource: ${functionArn}`,
  );
}
