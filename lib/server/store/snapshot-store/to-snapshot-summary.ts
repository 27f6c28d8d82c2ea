import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { CaptureFacts, SnapshotRow } from "./snapshot-rows";

/** A snapshot as the API tells of it; coverage entries carry the account and region that they are of. */
export function toSnapshotSummary(row: SnapshotRow, captures: readonly CaptureFacts[]): SnapshotSummary {
  const { id, name, source, status, capturedAt, accounts, regions, counts, warnings, progress, error } = row;
  return {
    id,
    name,
    source,
    status,
    capturedAt: capturedAt.toISOString(),
    accounts,
    regions,
    counts,
    coverage: captures.flatMap(({ accountId, region, coverage }) =>
      coverage.map((entry) => ({ ...entry, accountId, region })),
    ),
    warnings,
    ...(progress === null ? {} : { progress }),
    ...(error === null ? {} : { error }),
  };
}
