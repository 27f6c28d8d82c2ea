import type { AwsFailure } from "../../aws/errors/aws-failure";

/** SDK guides, "Retry behavior": a delay doubles from 100 ms, from 500 ms after throttling, and is 20 s at most. */
const TRANSIENT_DELAY_MS = 100;
const THROTTLED_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;

/** Times that a request is sent before its failure stands; throttling never stands. A timeout has cost 30 s each time. */
const MAX_ATTEMPTS = { transient: 6, timeout: 3, skew: 3 };

/** What AWS answers where this machine's clock is wrong; by then the SDK has set its own by AWS's `Date` header. */
const CLOCK_SKEW_CODES: ReadonlySet<string> = new Set([
  "AuthFailure",
  "InvalidSignatureException",
  "RequestExpired",
  "RequestInTheFuture",
  "RequestTimeTooSkewed",
  "SignatureDoesNotMatch",
]);

/** The longest that is waited before the request is sent again; undefined where its failure stands. */
export function retryDelayMs({ kind, code }: AwsFailure, attempts: number): number | undefined {
  const doubled = (firstMs: number) => Math.min(firstMs * 2 ** (attempts - 1), LONGEST_DELAY_MS);
  const unless = (most: number, delayMs: number) => (attempts >= most ? undefined : delayMs);
  switch (kind) {
    case "throttled":
      return doubled(THROTTLED_DELAY_MS);
    case "unavailable":
      return unless(MAX_ATTEMPTS.transient, doubled(TRANSIENT_DELAY_MS));
    case "connection":
      // A host that is refused, or that has no name, is so the next time too.
      return code === "NotLoopbackError" || code === "ENOTFOUND"
        ? undefined
        : unless(MAX_ATTEMPTS.transient, doubled(TRANSIENT_DELAY_MS));
    case "timeout":
      return unless(MAX_ATTEMPTS.timeout, doubled(TRANSIENT_DELAY_MS));
    case "credentials":
      return CLOCK_SKEW_CODES.has(code) ? unless(MAX_ATTEMPTS.skew, 0) : undefined;
    case "denied":
    case "not-found":
    case "aborted":
    case "refused":
      return undefined;
  }
}
