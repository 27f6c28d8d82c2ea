import type { AwsScope } from "./aws-clients";

/** The SDK's per-request options. */
export function sendOptions(scope: AwsScope): { abortSignal?: AbortSignal } {
  return scope.signal === undefined ? {} : { abortSignal: scope.signal };
}
