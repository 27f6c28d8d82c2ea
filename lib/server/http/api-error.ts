import type { AwsErrorDetail, ErrorCode } from "@/lib/contract/error-body";

export interface ApiErrorOptions {
  /** Path of the offending member: `intent.subnetIds`. */
  field?: string;
  /** What a person can do about it. */
  nextStep?: string;
  /** AWS's own code and operation, where AWS refused or would refuse. */
  aws?: AwsErrorDetail;
  /** For `ambiguous_name`: the ARNs that carry the name. */
  candidates?: string[];
  /** For `rate_limited` and `not_ready`. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/**
 * A refusal that a client may see: its message is shown as it is. Thrown anywhere below a route, mapped to HTTP once,
 * in `error-response.ts`. Anything else that is thrown is a bug: 500, and nothing of it leaves the server.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly nextStep: string | undefined;
  readonly aws: AwsErrorDetail | undefined;
  readonly candidates: string[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: ApiErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.field = options.field;
    this.nextStep = options.nextStep;
    this.aws = options.aws;
    this.candidates = options.candidates;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
