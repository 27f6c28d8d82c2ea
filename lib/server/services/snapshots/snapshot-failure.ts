import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { toAwsApiError } from "../../aws/errors/to-aws-api-error";
import { ApiError } from "../../http/api-error";

/** Why a live snapshot failed. Its coverage tells what AWS or the connection said, the same for every call. */
export function toSnapshotFailure(snapshot: Pick<SnapshotSummary, "coverage" | "error">): ApiError {
  const failed = snapshot.coverage.find((entry) => entry.error !== undefined);
  if (failed?.error === undefined) {
    return new ApiError("aws_error", snapshot.error ?? "AWS could not be read.", {
      nextStep: "Try again; Mooring's log says more.",
    });
  }
  const { code, message, missingPermission } = failed.error;
  const told = toAwsApiError(Object.assign(new Error(message), { name: code }));
  return new ApiError(told.code, told.message, {
    ...(told.nextStep === undefined ? {} : { nextStep: told.nextStep }),
    aws: {
      code,
      operation: failed.call,
      ...(missingPermission === undefined ? {} : { missingPermission }),
    },
  });
}
