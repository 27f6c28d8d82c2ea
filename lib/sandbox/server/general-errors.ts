import { AwsError } from "../aws-error";
import type { ErrorStyle } from "./service";

type Words = Readonly<Record<ErrorStyle, () => AwsError>>;

const THROTTLED: Words = {
  ec2: () => new AwsError("RequestLimitExceeded", "Request limit exceeded.", { httpStatus: 503 }),
  query: () => new AwsError("Throttling", "Rate exceeded"),
  lambda: () =>
    new AwsError("TooManyRequestsException", "Rate exceeded", {
      httpStatus: 429,
      members: { Reason: "CallerRateLimitExceeded" },
      headers: { "retry-after": "1" },
    }),
  json: () => new AwsError("ThrottlingException", "Rate exceeded"),
};

const SERVER_FAULT: Words = {
  ec2: () => new AwsError("InternalError", "An internal error has occurred", { httpStatus: 500 }),
  query: () =>
    new AwsError("InternalFailure", "The request processing has failed because of an unknown error.", {
      httpStatus: 500,
    }),
  lambda: () =>
    new AwsError("ServiceException", "An error occurred and the request cannot be processed.", {
      httpStatus: 500,
    }),
  json: () =>
    new AwsError("InternalFailure", "The request processing has failed because of an unknown error.", {
      httpStatus: 500,
    }),
};

const EXPIRED: Words = {
  ec2: () => new AwsError("RequestExpired", "Request has expired."),
  query: () =>
    new AwsError("ExpiredToken", "The security token included in the request is expired", {
      httpStatus: 403,
    }),
  lambda: () =>
    new AwsError("ExpiredTokenException", "The security token included in the request is expired", {
      httpStatus: 403,
    }),
  json: () => new AwsError("ExpiredTokenException", "The security token included in the request is expired"),
};

const UNKNOWN_KEY: Words = {
  ec2: () =>
    new AwsError("AuthFailure", "AWS was not able to validate the provided access credentials", {
      httpStatus: 401,
    }),
  query: () =>
    new AwsError("InvalidClientTokenId", "The security token included in the request is invalid.", {
      httpStatus: 403,
    }),
  lambda: () =>
    new AwsError("UnrecognizedClientException", "The security token included in the request is invalid.", {
      httpStatus: 403,
    }),
  json: () =>
    new AwsError("UnrecognizedClientException", "The security token included in the request is invalid."),
};

const UNSIGNED: Words = {
  ec2: () =>
    new AwsError("AuthFailure", "AWS was not able to validate the provided access credentials", {
      httpStatus: 401,
    }),
  query: () =>
    new AwsError("MissingAuthenticationToken", "Request is missing Authentication Token", {
      httpStatus: 403,
    }),
  lambda: () =>
    new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token", { httpStatus: 403 }),
  json: () => new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token"),
};

const WRONG_REGION: Words = {
  ec2: () =>
    new AwsError("AuthFailure", "Credential should be scoped to a valid region.", { httpStatus: 401 }),
  query: () =>
    new AwsError("SignatureDoesNotMatch", "Credential should be scoped to a valid region.", {
      httpStatus: 403,
    }),
  lambda: () =>
    new AwsError("InvalidSignatureException", "Credential should be scoped to a valid region.", {
      httpStatus: 403,
    }),
  json: () => new AwsError("InvalidSignatureException", "Credential should be scoped to a valid region."),
};

const TOO_LARGE: Words = {
  ec2: () => new AwsError("RequestEntityTooLarge", "The request body is too large.", { httpStatus: 413 }),
  query: () => new AwsError("RequestEntityTooLarge", "The request body is too large.", { httpStatus: 413 }),
  lambda: () =>
    new AwsError("RequestEntityTooLargeException", "Request must be smaller than 70167211 bytes", {
      httpStatus: 413,
    }),
  json: () =>
    new AwsError("RequestEntityTooLargeException", "The request body is too large.", { httpStatus: 413 }),
};

export type GeneralError =
  "throttled" | "server-fault" | "expired" | "unknown-key" | "unsigned" | "wrong-region" | "too-large";

const WORDS: Readonly<Record<GeneralError, Words>> = {
  throttled: THROTTLED,
  "server-fault": SERVER_FAULT,
  expired: EXPIRED,
  "unknown-key": UNKNOWN_KEY,
  unsigned: UNSIGNED,
  "wrong-region": WRONG_REGION,
  "too-large": TOO_LARGE,
};

/** An error of the layer in front of every operation, as this kind of service words it (each service's "Common errors"). */
export function generalError(style: ErrorStyle, kind: GeneralError): AwsError {
  return WORDS[kind][style]();
}

/** A caller without the right, in the whole sentence that AWS says about it. */
export function accessDenied(style: ErrorStyle, sentence: string): AwsError {
  if (style === "json") return new AwsError("AccessDeniedException", sentence);
  const code = { ec2: "UnauthorizedOperation", query: "AccessDenied", lambda: "AccessDeniedException" }[
    style
  ];
  return new AwsError(code, sentence, { httpStatus: 403 });
}
