import type { ResourceKey } from "@/lib/core/network/resources";
import { toAwsFailure } from "../../aws/errors/aws-failure";
import { dependentCalls } from "../../aws/reads/dependent-calls";
import { regionCalls } from "../../aws/reads/region-calls";
import { startCallRecord, toEffort } from "./call-record";
import { failedCoverage, type CallOutcome } from "./call-outcome";
import { readDependentCall } from "./read-dependent-call";
import { readFunctionStates, type StatePlan } from "./read-function-states";
import { readRegionCall } from "./read-region-call";
import type { Reading } from "./reading";

export interface RegionPlan {
  states: StatePlan;
  /** Only these keys; all where not given. States come with `Functions`. */
  keys?: ReadonlySet<ResourceKey>;
}

/**
 * The calls of a region: independent ones at once, each dependent one as soon as what it needs is there. A call that
 * AWS refuses is a gap and stops nothing else. Rejects only with the signal's reason, or as `onOutcome` does, which is
 * told of each call when it ends.
 */
export async function readRegion(
  reading: Reading,
  { states, keys }: RegionPlan,
  onOutcome: (outcome: CallOutcome) => Promise<void>,
): Promise<CallOutcome[]> {
  const rows = regionCalls.filter(isWanted(keys));
  const direct = rows.map((row) => readRegionCall(reading, row));
  const byKey = new Map(rows.map((row, index) => [row.resourceKey, direct[index]]));
  const dependent = dependentCalls.filter(isWanted(keys)).map(async (row) => {
    const parent = await byKey.get(row.parentKey);
    const isUnlisted = parent?.items === undefined;
    return row.resourceKey === "FunctionStates" && !(isUnlisted && keys === undefined)
      ? readFunctionStates(reading, parent, states)
      : readDependentCall(reading, row, parent);
  });
  return Promise.all(
    [...direct, ...dependent].map(async (ending) => {
      const outcome = await ending;
      await onOutcome(outcome);
      return outcome;
    }),
  );
}

/** What `readRegion` would have given, where nothing could be asked for the reason given. */
export function failAllCalls(keys: RegionPlan["keys"], error: unknown): CallOutcome[] {
  const effort = toEffort(startCallRecord());
  return [...regionCalls, ...dependentCalls].filter(isWanted(keys)).map(({ call, resourceKey }) => ({
    resourceKey,
    items: undefined,
    coverage: failedCoverage(call, error, effort),
    error,
  }));
}

function isWanted(keys: RegionPlan["keys"]) {
  return ({ resourceKey }: { resourceKey: ResourceKey }) => keys?.has(resourceKey) ?? true;
}

/** The one error that stopped every call, if it is one that says nothing about any single call. */
export function findOutage(outcomes: readonly CallOutcome[]): unknown {
  const asked = outcomes.filter(({ coverage }) => coverage.status !== "absent");
  const kinds = new Set(asked.map(({ error }) => (error === undefined ? "ok" : toAwsFailure(error).kind)));
  const [kind, ...others] = kinds;
  const isOutage = kind === "credentials" || kind === "connection" || kind === "timeout";
  return isOutage && others.length === 0 ? asked[0]?.error : undefined;
}
