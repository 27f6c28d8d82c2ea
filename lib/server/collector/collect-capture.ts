import type { Resources } from "@/lib/core/network/resources";
import type { Capture } from "@/lib/core/network/snapshot";
import { toAwsFailure } from "../aws/errors/aws-failure";
import { dependentCalls } from "../aws/reads/dependent-calls";
import { regionCalls } from "../aws/reads/region-calls";
import { getCallerIdentity } from "../aws/sts";
import type { CallOutcome } from "./reading/call-outcome";
import { readDependentCall } from "./reading/read-dependent-call";
import { readRegionCall } from "./reading/read-region-call";
import { startReading, type Reading, type ReadingOptions } from "./reading/reading";

export interface CollectedCapture {
  capture: Capture;
  /** The SDK's error where no call could be made at all, for want of credentials or of a connection. */
  outage?: unknown;
}

/**
 * Reads one region of the caller's account: independent calls at once, each dependent one as soon as what it needs is
 * there. A call that AWS refuses is a gap in coverage and stops nothing else. Rejects only with the signal's reason.
 */
export async function collectCapture(options: ReadingOptions): Promise<CollectedCapture> {
  const reading = startReading(options);
  const capturedAt = options.clock.now().toISOString();
  const direct = regionCalls.map((row) => readRegionCall(reading, row));
  const byKey = new Map(regionCalls.map((row, index) => [row.resourceKey, direct[index]]));
  const dependent = dependentCalls.map(async (row) =>
    readDependentCall(reading, row, await byKey.get(row.parentKey)),
  );
  const [accountId, outcomes] = await Promise.all([
    readAccountId(reading),
    Promise.all([...direct, ...dependent]),
  ]);
  const resources = toResources(outcomes);
  const outage = findOutage(outcomes.slice(0, direct.length));
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

/** The one error that stopped every call, if it is one that says nothing about any single call. */
function findOutage(outcomes: readonly CallOutcome[]): unknown {
  const kinds = new Set(outcomes.map(({ error }) => (error === undefined ? "ok" : toAwsFailure(error).kind)));
  const [kind, ...others] = kinds;
  const isOutage = kind === "credentials" || kind === "connection" || kind === "timeout";
  return isOutage && others.length === 0 ? outcomes[0]?.error : undefined;
}

async function readAccountId(reading: Reading): Promise<string | null> {
  try {
    const { Account } = await getCallerIdentity(reading);
    return Account ?? null;
  } catch {
    // Whose account it is can be read from its functions too; why no call succeeds, the calls themselves say.
    reading.signal?.throwIfAborted();
    return null;
  }
}

/** A function's ARN names the account that owns it; a VPC may be another account's, shared. */
function accountOfFunctions(resources: Resources): string | null {
  const arn = resources.Functions?.find((fn) => fn.FunctionArn !== undefined)?.FunctionArn;
  return arn?.split(":")[4] ?? null;
}
