import { toAwsFailure } from "./aws-failure";
import { findCallOfError, rememberCall, type AwsCall } from "./call-of-error";

/** An error of an AWS call as plain data, for the way from one thread to another. */
export interface CarriedAwsError {
  code: string;
  message: string;
  requestId?: string;
  httpStatusCode?: number;
  call?: AwsCall;
}

export function packAwsError(error: unknown): CarriedAwsError {
  const { code, message, requestId } = toAwsFailure(error);
  const call = findCallOfError(error);
  const httpStatusCode = statusOf(error);
  return {
    code,
    message,
    ...(requestId === undefined ? {} : { requestId }),
    ...(httpStatusCode === undefined ? {} : { httpStatusCode }),
    ...(call === undefined ? {} : { call }),
  };
}

/** An error that `toAwsFailure` and `findCallOfError` read as they read the packed one. */
export function unpackAwsError({ code, message, call, ...metadata }: CarriedAwsError): unknown {
  const error = Object.assign(new Error(message), { name: code, $metadata: metadata });
  return rememberCall(error, call?.service, call?.operation);
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const metadata: unknown = Reflect.get(error, "$metadata");
  if (typeof metadata !== "object" || metadata === null) return undefined;
  const status: unknown = Reflect.get(metadata, "httpStatusCode");
  return typeof status === "number" ? status : undefined;
}
