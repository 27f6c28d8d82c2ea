import { isActiveStatus, type OperationStatus } from "./operation";

const whileUpdating: readonly string[] = [
  "Invoke it: calls are served with the previous configuration until the change ends.",
  "Read its configuration and its log.",
];
const refusedWhileUpdating =
  "Not its code, configuration, versions or tags: AWS refuses those until the change ends (`ResourceConflictException`).";

const whileCreating: readonly string[] = ["Read its configuration."];
const refusedWhileCreating = "Not invoke or change it: AWS refuses that while it is `Pending`.";

/**
 * What one may still do with the function while the operation runs, and what AWS refuses. Empty once it has ended.
 * Source: Lambda Developer Guide, "Lambda function states" (operations rejected while Pending or InProgress).
 */
export function describeAllowedMeanwhile(operation: {
  status: OperationStatus;
  createsFunction: boolean;
}): string[] {
  if (!isActiveStatus(operation.status)) return [];
  if (operation.createsFunction) {
    return operation.status === "rolling-back"
      ? ["Nothing: the function that was created is being deleted."]
      : [...whileCreating, refusedWhileCreating];
  }
  return [...whileUpdating, refusedWhileUpdating];
}
