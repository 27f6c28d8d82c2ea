import type { ResourceKey } from "@/lib/core/network/resources";
import type { CallEffort, CoverageEntry } from "@/lib/core/network/snapshot";
import { toAwsFailure, type AwsFailure } from "../../aws/errors/aws-failure";

/** What came of one call: the items under its key, or why there are none. */
export interface CallOutcome {
  resourceKey: ResourceKey;
  /** Undefined where nothing may be said about the key: half of a list would pass for the whole. */
  items: object[] | undefined;
  coverage: CoverageEntry;
  /** The error behind a `failed`. */
  error?: unknown;
}

/** A failed call as coverage tells it. */
export function failedCoverage(call: string, error: unknown, effort: CallEffort): CoverageEntry {
  return { call, status: "failed", ...effort, error: coverageError(toAwsFailure(error)) };
}

function coverageError(failure: AwsFailure): NonNullable<CoverageEntry["error"]> {
  const { code, message, missingPermission } = failure;
  return { code, message, ...(missingPermission === undefined ? {} : { missingPermission }) };
}
