import { ApiError } from "../../http/api-error";
import { toAwsFailure, type AwsFailure } from "./aws-failure";
import { nextStepOf } from "./next-step-of";

/** Turns whatever an AWS call threw into the error that a client may see, with a plain next step. */
export function toAwsApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const failure = toAwsFailure(error);
  return new ApiError(failure.kind === "credentials" ? "no_credentials" : "aws_error", describe(failure), {
    nextStep: nextStepOf(failure),
    aws: {
      code: failure.code,
      operation: failure.operation,
      ...(failure.requestId === undefined ? {} : { requestId: failure.requestId }),
      ...(failure.missingPermission === undefined ? {} : { missingPermission: failure.missingPermission }),
    },
    cause: error,
  });
}

function describe(failure: AwsFailure): string {
  switch (failure.kind) {
    case "denied":
      return `AWS denied ${failure.operation}: ${failure.message}`;
    case "credentials":
      return `AWS did not accept the credentials: ${failure.message}`;
    case "connection":
      return `The AWS endpoint could not be reached: ${failure.message}`;
    case "timeout":
      return `AWS did not answer ${failure.operation} in time: ${failure.message}`;
    case "throttled":
      return `AWS is throttling ${failure.operation}: ${failure.message}`;
    case "aborted":
      return `${failure.operation} was stopped before AWS answered.`;
    case "not-found":
    case "unavailable":
    case "refused":
      return failure.message;
  }
}
