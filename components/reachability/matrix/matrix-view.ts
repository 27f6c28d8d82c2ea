import type { Matrix, ReachabilityConnection } from "@/lib/contract/reachability/matrix";
import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { connectionLabel } from "@/lib/contract/reachability/connection-label";
import { IPV6_INTERNET } from "@/lib/core/reachability/targets/ipv6-internet-key";
import type { Verdict } from "@/lib/core/reachability/trace";

export interface MatrixFilter {
  /** Part of the name of a function, its VPC or a target. */
  q: string;
  /** Only rows and columns with something that does not work. */
  isProblemsOnly: boolean;
  nameOfVpc: (vpcId: string) => string | null;
}

export interface MatrixRow {
  connection: ReachabilityConnection;
  verdicts: Verdict[];
}

export interface MatrixView {
  rows: MatrixRow[];
  targets: ReachabilityTarget[];
  /** Of the cells shown. */
  counts: Record<Verdict, number>;
}

/** What of a matrix is shown: rows and columns that the filter leaves, and how many cells there are of each verdict. */
export function viewMatrix(matrix: Matrix, { q, isProblemsOnly, nameOfVpc }: MatrixFilter): MatrixView {
  const text = q.trim().toLowerCase();
  const vpcName = ({ vpcId }: ReachabilityConnection) => (vpcId === null ? "" : (nameOfVpc(vpcId) ?? vpcId));
  const all = sortByName(
    matrix.connections.map((connection, row) => ({ connection, verdicts: matrix.verdicts[row] ?? [] })),
    ({ connection }) => `${vpcName(connection)} ${connectionLabel(connection)}`,
  );
  const matching = all.filter(({ connection }) =>
    [...connection.functionNames, vpcName(connection)].some((name) => name.toLowerCase().includes(text)),
  );
  const named = matrix.destinations.map(({ label }) => label.toLowerCase().includes(text));
  // A text that names targets but no function narrows the columns only.
  const found = matching.length > 0 ? matching : all;
  const columns = matrix.destinations.map((target, index) => ({ target, index }));
  const shownColumns = columns.filter(({ target, index }) => {
    if (matching.length === 0 && named[index] !== true) return false;
    return !isProblemsOnly || found.some((row) => isProblem(row.connection, target, row.verdicts[index]));
  });
  const shownRows = found.filter(
    (row) =>
      !isProblemsOnly ||
      shownColumns.some(({ target, index }) => isProblem(row.connection, target, row.verdicts[index])),
  );
  const rows = shownRows.map(({ connection, verdicts }) => ({
    connection,
    verdicts: shownColumns.map(({ index }) => verdicts[index] ?? "unknown"),
  }));
  return {
    rows: shownColumns.length === 0 ? [] : rows,
    targets: shownColumns.map(({ target }) => target),
    counts: countOf(rows),
  };
}

/** What is in another VPC is out of reach as a rule, and IPv6 for who sends none: that alone is no problem. */
export function isProblem(
  { vpcId, ipv6AllowedForDualStack }: Pick<ReachabilityConnection, "vpcId" | "ipv6AllowedForDualStack">,
  target: Pick<ReachabilityTarget, "vpcId" | "key">,
  verdict: Verdict | undefined,
): boolean {
  if (verdict === "reachable" || verdict === undefined) return false;
  if (target.key === IPV6_INTERNET && !ipv6AllowedForDualStack) return false;
  return verdict !== "unreachable" || target.vpcId === null || target.vpcId === vpcId;
}

/** `team-2` before `team-10`. */
function sortByName(rows: readonly MatrixRow[], nameOf: (row: MatrixRow) => string): MatrixRow[] {
  const collator = new Intl.Collator("en", { numeric: true });
  const named = rows.map((row) => ({ row, name: nameOf(row) }));
  return named.sort((a, b) => collator.compare(a.name, b.name)).map(({ row }) => row);
}

function countOf(rows: readonly MatrixRow[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { reachable: 0, unreachable: 0, mixed: 0, unknown: 0 };
  for (const { verdicts } of rows) for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}
