import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { CaptureFacts, SnapshotRow } from "./snapshot-rows";

/** A snapshot as the API tells of it; coverage entries carry the account and region that they are of. */
export function toSnapshotSummary(row: SnapshotRow, captures: readonly CaptureFacts[]): SnapshotSummary {
  const { capturedAt, endedAt, progress, error } = row;
  const { id, name, source, status, accounts, regions, counts, warnings, scope, isPinned } = row;
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
    scope,
    isPinned,
    ...(endedAt === null ? {} : { endedAt: endedAt.toISOString() }),
    ...(progress === null ? {} : { progress }),
    ...(error === null ? {} : { error }),
  };
}
