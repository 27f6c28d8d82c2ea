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

export interface EffortTotals {
  calls: number;
  requests: number;
  waitedMs: number;
  retries: number;
  throttled: number;
}

/** What all calls took together; undefined where nothing of it is recorded, as in an import. */
export function toEffort(coverage: readonly CoverageRow[]): EffortTotals | undefined {
  const measured = coverage.filter(({ requests }) => requests !== undefined);
  if (measured.length === 0) return undefined;
  const sum = (value: (row: CoverageRow) => number | undefined) =>
    measured.reduce((total, row) => total + (value(row) ?? 0), 0);
  return {
    calls: measured.length,
    requests: sum((row) => row.requests),
    waitedMs: sum((row) => row.waitedMs),
    retries: sum((row) => row.retries),
    throttled: sum((row) => row.throttled),
  };
}

/** "36 calls in 61 requests, 3 of them repeated (2 because AWS said to slow down)". */
export function effortText({ calls, requests, retries, throttled }: EffortTotals): string {
  const because = throttled === 0 ? "" : ` (${throttled} because AWS said to slow down)`;
  const repeated = retries === 0 ? "none repeated" : `${retries} of them repeated${because}`;
  return `${calls} calls in ${requests.toLocaleString("en")} requests, ${repeated}`;
}

/** What to do about a call that was not read. */
export function nextStepOf({ status, error }: CoverageRow): string | undefined {
  if (status === "ok") return undefined;
  if (status === "absent") return "Add its answer to the files and import again, if it matters.";
  if (error?.missingPermission === "sts:AssumeRole")
    return "Check that the account has the role of `MOORING_READ_ROLE_NAME`, that its trust policy lets Mooring’s identity in, and that this identity is allowed `sts:AssumeRole` on it; then read again.";
  if (error?.missingPermission !== undefined)
    return `Allow \`${error.missingPermission}\` for the identity that Mooring uses, then read again.`;
  return "Read again; if it goes on, look at AWS’s message.";
}

/** What is known of a reading while it goes on; figures that its kind does not have are left out. */
export function progressFigures(progress: SnapshotSummary["progress"]): { term: string; value: string }[] {
  if (progress === undefined) return [{ term: "Calls", value: "none yet" }];
  const { callsDone, callsTotal, items, requests, retries, throttled, bytesDone, bytesTotal } = progress;
  const { capturesDone = 0, capturesTotal } = progress;
  const all: [string, string | undefined][] = [
    ["Accounts and regions", capturesTotal === undefined ? undefined : `${capturesDone} of ${capturesTotal}`],
    ["Calls", callsTotal > 0 ? `${callsDone} of ${callsTotal}` : undefined],
    ["Resources", items.toLocaleString("en")],
    ["Requests", requests?.toLocaleString("en")],
    ["Repeated", retries === undefined || retries === 0 ? undefined : String(retries)],
    ["Told to slow down", throttled === undefined || throttled === 0 ? undefined : `${throttled} times`],
    [
      "Bytes",
      bytesTotal === undefined
        ? undefined
        : `${(bytesDone ?? 0).toLocaleString("en")} of ${bytesTotal.toLocaleString("en")}`,
    ],
    ["Now", progress.currentCall],
  ];
  return all.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value }]));
}
