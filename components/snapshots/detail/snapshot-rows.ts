import type { SnapshotSummary } from "@/lib/contract/snapshots";

export type CoverageRow = SnapshotSummary["coverage"][number];

const rank: Record<CoverageRow["status"], number> = { failed: 0, absent: 1, ok: 2 };

/** Failures first, then what was not given, then what was read; by name within each. */
export function sortCoverage(coverage: readonly CoverageRow[]): CoverageRow[] {
  return [...coverage].sort(
    (left, right) => rank[left.status] - rank[right.status] || left.call.localeCompare(right.call),
  );
}

/** The calls that failed, each with its reason; what an import did not bring is no failure. */
export function toGaps(coverage: readonly CoverageRow[]): { call: string; message: string }[] {
  return sortCoverage(coverage).flatMap(({ call, status, error }) =>
    status === "failed" ? [{ call, message: error?.message ?? "No reason was given." }] : [],
  );
}

/** Kinds that have any, most first, and the sum. */
export function toCounts(counts: Readonly<Record<string, number>>): {
  rows: { key: string; count: number }[];
  total: number;
} {
  const rows = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => ({ key, count }))
    .sort((left, right) => right.count - left.count || left.key.localeCompare(right.key));
  return { rows, total: rows.reduce((sum, row) => sum + row.count, 0) };
}

/** "all calls read", "2 of 33 calls not read". What an import did not bring counts as not given. */
export function coverageText(coverage: readonly CoverageRow[]): string {
  if (coverage.length === 0) return "not recorded";
  const failed = coverage.filter((row) => row.status === "failed").length;
  const absent = coverage.filter((row) => row.status === "absent").length;
  const parts = [failed > 0 ? `${failed} not read` : "", absent > 0 ? `${absent} not given` : ""].filter(
    Boolean,
  );
  return parts.length === 0
    ? `all ${coverage.length} calls read`
    : `${parts.join(", ")} of ${coverage.length} calls`;
}
