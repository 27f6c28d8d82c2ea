import { memo } from "react";
import clsx from "clsx";
import Link from "next/link";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import type { Tone } from "@/components/ui/status/tone";
import type { ReachabilityConnection } from "@/lib/contract/reachability/matrix";
import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import type { Verdict } from "@/lib/core/reachability/trace";
import { connectionSource } from "@/lib/contract/reachability/connection-label";
import { isProblem } from "./matrix-view";
import { traceLink } from "@/lib/contract/reachability/trace-link";

export interface MatrixCellProps {
  connection: ReachabilityConnection;
  target: ReachabilityTarget;
  verdict: Verdict;
  /** Of the connection. */
  label: string;
  row: number;
  column: number;
  isTabStop: boolean;
  onFocus: (row: number, column: number) => void;
  snapshotId: string | undefined;
  left: number;
  width: number;
}

const ground: Record<Tone, string> = {
  success: "bg-success-soft",
  danger: "bg-danger-soft",
  warning: "bg-warning-soft",
  unknown: "bg-unknown-soft hatched",
  neutral: "",
  progress: "",
};

/** One verdict: colour and symbol, in words for who does not see them; opens its trace. Drawn once: hundreds are in sight. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { connection, target, verdict, label, row, column, isTabStop, onFocus, snapshotId } = props;
  const look = toStatusLook("verdict", verdict);
  const words = `${label} to ${target.label}: ${look.label}`;
  // What is in another VPC is out of reach as a rule: it does not shout.
  const isQuiet = verdict === "unreachable" && !isProblem(connection, target, verdict);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      className="absolute inset-y-0 p-0.5"
      style={{ left: props.left, width: props.width }}
    >
      <Link
        href={traceLink(connectionSource(connection), target, snapshotId)}
        prefetch={false}
        aria-label={words}
        title={words}
        data-cell={`${row} ${column}`}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={() => {
          onFocus(row, column);
        }}
        className={clsx(
          "flex size-full items-center justify-center rounded-sm hover:outline-2 hover:outline-(--accent)",
          !isQuiet && ground[look.tone],
        )}
      >
        <StatusGlyph tone={isQuiet ? "neutral" : look.tone} icon={isQuiet ? "cross" : look.icon} />
      </Link>
    </div>
  );
});
