import type { AwsFailure } from "../../aws/errors/aws-failure";

export interface RetryFacts {
  /** How often it was tried already; 0 after the first failure. */
  attempt: number;
  elapsedMs: number;
  /** IAM said that the role may: its rights are still spreading. */
  isRoleProven: boolean;
}

/** How long IAM's changes may take to be seen by Lambda: "a few seconds", rarely more. */
const ROLE_PATIENCE_MS = 30_000;
const PATIENCE_MS = 10 * 60_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;
const MAX_REVISION_RACES = 5;

/** After how many milliseconds a write is tried again; null where trying again would not help. */
export function retryDelayMs(failure: AwsFailure, facts: RetryFacts): number | null {
  const backoff = Math.min(FIRST_DELAY_MS * 2 ** facts.attempt, LONGEST_DELAY_MS);
  if (isRoleSpreading(failure)) {
    return facts.isRoleProven && facts.elapsedMs < ROLE_PATIENCE_MS ? backoff : null;
  }
  if (failure.code === "PreconditionFailedException")
    return facts.attempt < MAX_REVISION_RACES ? backoff : null;
  const isWorthwhile =
    failure.kind === "throttled" ||
    failure.kind === "connection" ||
    failure.kind === "timeout" ||
    failure.kind === "unavailable" ||
    (failure.code === "ResourceConflictException" && !/already exist/.test(failure.message));
  return isWorthwhile && facts.elapsedMs < PATIENCE_MS ? backoff : null;
}

function isRoleSpreading({ code, message }: AwsFailure): boolean {
  return (
    code === "InvalidParameterValueException" &&
    /permissions to call CreateNetworkInterface|cannot be assumed by Lambda/.test(message)
  );
}
