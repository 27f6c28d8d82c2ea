import type { Resources } from "@/lib/core/network/resources";
import type { Capture } from "@/lib/core/network/snapshot";
import type { StatePlan } from "./reading/read-function-states";
import { getCallerIdentity } from "../aws/sts";
import type { CallOutcome } from "./reading/call-outcome";
import { findOutage, readRegion } from "./reading/read-region";
import { startReading, type ReadingOptions } from "./reading/reading";

export interface CollectedCapture {
  capture: Capture;
  /** The SDK's error where no call could be made at all, for want of credentials or of a connection. */
  outage?: unknown;
}

export interface CollectOptions extends ReadingOptions {
  /** States that were read before; none where not given. */
  knownStates?: StatePlan["known"];
}

/** Functions never read come 50 at a time, GetFunction's burst at half its bucket; more are read when somebody looks. */
const STATE_LIMITS = { mostUnknown: 50, mostChanged: 1_000 };

/** Reads one region of the caller's account. Rejects only with the signal's reason. */
export async function collectCapture(options: CollectOptions): Promise<CollectedCapture> {
  const reading = startReading(options);
  const capturedAt = options.clock.now().toISOString();
  const states = { known: options.knownStates ?? new Map<string, never>(), limits: STATE_LIMITS };
  const [accountId, outcomes] = await Promise.all([readAccountId(options), readRegion(reading, { states })]);
  const resources = toResources(outcomes);
  const outage = findOutage(outcomes);
  return {
    capture: {
      accountId: accountId ?? accountOfFunctions(resources),
      region: options.region,
      capturedAt,
      resources,
      unknown: {},
      coverage: outcomes.map((outcome) => outcome.coverage),
    },
    ...(outage === undefined ? {} : { outage }),
  };
}

/** Keys whose call failed stay absent: absent is unknown, an empty list is none. */
function toResources(outcomes: readonly CallOutcome[]): Resources {
  const entries = outcomes.flatMap(({ resourceKey, items }) =>
    items === undefined ? [] : [[resourceKey, items] as const],
  );
  // Each row of the tables pairs a key with the items of that key.
  return Object.fromEntries(entries);
}

async function readAccountId(options: ReadingOptions): Promise<string | null> {
  try {
    const { Account } = await getCallerIdentity({ aws: options.aws, signal: options.signal });
    return Account ?? null;
  } catch {
    // Whose account it is can be read from its functions too; why no call succeeds, the calls themselves say.
    options.signal?.throwIfAborted();
    return null;
  }
}

/** A function's ARN names the account that owns it; a VPC may be another account's, shared. */
function accountOfFunctions(resources: Resources): string | null {
  const arn = resources.Functions?.find((fn) => fn.FunctionArn !== undefined)?.FunctionArn;
  return arn?.split(":")[4] ?? null;
}
