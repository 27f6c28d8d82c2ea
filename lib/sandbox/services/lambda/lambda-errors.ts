import { AwsError } from "../../aws-error";

/*
 * Lambda's refusals, with the `Type` that its bodies carry. Whether a body says `message` or `Message` is the model's
 * affair: the codec reads it from the error's schema.
 */

/** 400. */
export function invalidParameterValue(message: string): AwsError {
  return new AwsError("InvalidParameterValueException", message, userError(400));
}

/** 400, unmodelled, without a `Type`: what the front end says before the service sees the request. */
export function validationError(message: string): AwsError {
  return new AwsError("ValidationException", message, { httpStatus: 400 });
}

/** 403, unmodelled, without a `Type`. */
export function accessDenied(message: string): AwsError {
  return new AwsError("AccessDeniedException", message, { httpStatus: 403 });
}

/** 400: a payload that is not JSON. */
export function invalidRequestContent(message: string): AwsError {
  return new AwsError("InvalidRequestContentException", message, userError(400));
}

/** 404. */
export function resourceNotFound(message: string): AwsError {
  return new AwsError("ResourceNotFoundException", message, userError(404));
}

/** 409. */
export function resourceConflict(message: string): AwsError {
  return new AwsError("ResourceConflictException", message, userError(409));
}

/** 412. */
export function preconditionFailed(): AwsError {
  return new AwsError(
    "PreconditionFailedException",
    "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id.",
    userError(412),
  );
}

/** 429: nothing of the function's reserved concurrency is free. */
export function concurrencyExceeded(): AwsError {
  return new AwsError("TooManyRequestsException", "Rate Exceeded.", {
    httpStatus: 429,
    members: { Type: "User", Reason: "ReservedFunctionConcurrentInvocationLimitExceeded" },
  });
}

/** 502: the function slept and its connection is gone; text of the SDK's model. */
export function resourceNotReady(): AwsError {
  return new AwsError(
    "ResourceNotReadyException",
    "The function is inactive and its VPC connection is no longer available. Wait for the VPC connection to reestablish and try again.",
    serviceError(502),
  );
}

/** 502: the connection is being rebuilt; text of the SDK's model. */
export function networkInterfaceNotReady(): AwsError {
  return new AwsError(
    "ENINotReadyException",
    "Lambda couldn't invoke the Lambda function because the elastic network interface (ENI) configured for its VPC connection isn't ready yet. Wait a few moments and try the request again.",
    serviceError(502),
  );
}

function userError(httpStatus: number) {
  return { httpStatus, members: { Type: "User" } };
}

function serviceError(httpStatus: number) {
  return { httpStatus, members: { Type: "Service" } };
}
