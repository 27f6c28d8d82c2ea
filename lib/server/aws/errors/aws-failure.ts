import { findCallOfError, type AwsCall } from "./call-of-error";

/** What went wrong, as far as it changes what to do next. */
export type AwsFailureKind =
  | "denied"
  | "credentials"
  | "connection"
  | "throttled"
  | "timeout"
  | "not-found"
  | "unavailable"
  | "aborted"
  | "refused";

/** An error of the AWS SDK in a form that can be shown, stored and decided upon. */
export interface AwsFailure {
  kind: AwsFailureKind;
  /** AWS's own code where it gave one, else the SDK's or Node's. */
  code: string;
  message: string;
  operation: string;
  requestId?: string;
  /** IAM's name of the action that was missing: `ec2:DescribeNetworkAcls`. Set for `denied` only. */
  missingPermission?: string;
}

/** Codes by what they mean. EC2 API reference "Client error codes"; IAM, STS and Lambda "Common errors"; SDK provider names. */
const kindByCode: Record<string, AwsFailureKind> = {
  AccessDenied: "denied",
  AccessDeniedException: "denied",
  UnauthorizedOperation: "denied",
  AuthFailure: "credentials",
  CredentialsProviderError: "credentials",
  ExpiredToken: "credentials",
  ExpiredTokenException: "credentials",
  IncompleteSignature: "credentials",
  InvalidAccessKeyId: "credentials",
  InvalidClientTokenId: "credentials",
  InvalidSignatureException: "credentials",
  OptInRequired: "credentials",
  RequestExpired: "credentials",
  RequestInTheFuture: "credentials",
  RequestTimeTooSkewed: "credentials",
  SignatureDoesNotMatch: "credentials",
  TokenProviderError: "credentials",
  UnrecognizedClientException: "credentials",
  RequestLimitExceeded: "throttled",
  Throttling: "throttled",
  ThrottlingException: "throttled",
  TooManyRequestsException: "throttled",
  EC2ThrottledException: "throttled",
  SlowDown: "throttled",
  BandwidthLimitExceeded: "throttled",
  ECONNREFUSED: "connection",
  ECONNRESET: "connection",
  EHOSTUNREACH: "connection",
  ENETUNREACH: "connection",
  ENOTFOUND: "connection",
  EAI_AGAIN: "connection",
  EPIPE: "connection",
  NotLoopbackError: "connection",
  ETIMEDOUT: "timeout",
  TimeoutError: "timeout",
  AbortError: "aborted",
  ResourceNotFoundException: "not-found",
  NoSuchEntity: "not-found",
  NoSuchEntityException: "not-found",
};

/** Reads any thrown value. Never throws. */
export function toAwsFailure(error: unknown): AwsFailure {
  const call = findCallOfError(error);
  const code = codeOf(error);
  const kind = kindOf(error, code);
  const message = messageOf(error);
  const requestId = textAt(metadataOf(error), "requestId");
  return {
    kind,
    code,
    message,
    operation: call?.operation ?? "unknown",
    ...(requestId === undefined ? {} : { requestId }),
    ...missing(kind, message, call),
  };
}

function kindOf(error: unknown, code: string): AwsFailureKind {
  const known = kindByCode[code];
  if (known !== undefined) return known;
  if (code.endsWith(".NotFound") || code.endsWith("NotFoundFault")) return "not-found";
  const status: unknown = Reflect.get(metadataOf(error), "httpStatusCode");
  if (status === 429) return "throttled";
  // A success that cannot be read was cut off on its way: the next one may come whole.
  if (isNotAws(error) && !(typeof status === "number" && status >= 400)) return "unavailable";
  return typeof status === "number" && status >= 500 ? "unavailable" : "refused";
}

/** Node's code (`ECONNREFUSED`) where there is one: the SDK's name of such an error is only `Error`. */
function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "Unknown";
  if (isNotAws(error)) return "InvalidResponse";
  const code = textAt(error, "code");
  if (code !== undefined && code in kindByCode) return code;
  // Node tries every address of a name and throws an AggregateError of the refusals.
  if (error instanceof AggregateError) return codeOf(firstOf(error));
  return textAt(error, "name") ?? code ?? "Unknown";
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return messageOf(firstOf(error));
  const status: unknown = Reflect.get(metadataOf(error), "httpStatusCode");
  const text = error instanceof Error ? error.message : "";
  // An answer that is not in AWS's protocol (a proxy's page, say) has no message of AWS's in it.
  if (isNotAws(error))
    return `The endpoint answered HTTP ${typeof status === "number" ? String(status) : "?"} without an AWS error.`;
  return text === "" ? "AWS gave no message." : text;
}

function firstOf(error: AggregateError): unknown {
  const errors: readonly unknown[] = error.errors;
  return errors[0];
}

function isNotAws(error: unknown): boolean {
  return (
    error instanceof SyntaxError ||
    (error instanceof Error &&
      /UnknownError|Deserialization error|unparsed|non-whitespace/i.test(error.message)) ||
    (error instanceof Error && error.message.startsWith("<"))
  );
}

/** "… is not authorized to perform: ec2:DescribeVpcs …"; EC2's short form names nothing, the operation then does. */
function missing(kind: AwsFailureKind, message: string, call: AwsCall | undefined) {
  if (kind !== "denied") return {};
  const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)/.exec(message)?.[1];
  const action = named ?? (call === undefined ? undefined : `${call.service}:${call.operation}`);
  return action === undefined ? {} : { missingPermission: action };
}

function metadataOf(error: unknown): object {
  if (typeof error !== "object" || error === null) return {};
  const metadata: unknown = Reflect.get(error, "$metadata");
  return typeof metadata === "object" && metadata !== null ? metadata : {};
}

function textAt(value: object, key: string): string | undefined {
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" && found !== "" ? found : undefined;
}
