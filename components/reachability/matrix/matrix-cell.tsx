import type { CSSProperties } from "react";
import clsx from "clsx";
import Link from "next/link";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import type { Tone } from "@/components/ui/status/tone";
import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import type { Verdict } from "@/lib/core/reachability/trace";
import { connectionSource } from "@/lib/contract/reachability/connection-label";
import { isProblem, type MatrixRow } from "./matrix-view";
import { traceLink } from "@/lib/contract/reachability/trace-link";

export interface MatrixCellProps {
  row: MatrixRow;
  target: ReachabilityTarget;
  verdict: Verdict;
  /** Of the connection. */
  label: string;
  at: readonly [row: number, column: number];
  isTabStop: boolean;
  onFocus: (row: number, column: number) => void;
  snapshotId: string | undefined;
  style: CSSProperties;
}

const ground: Record<Tone, string> = {
  success: "bg-success-soft",
  danger: "bg-danger-soft",
  warning: "bg-warning-soft",
  unknown: "bg-unknown-soft hatched",
  neutral: "",
  progress: "",
};

/** One verdict: colour and symbol, in words for who does not see them; opens its trace. */
export function MatrixCell(props: MatrixCellProps) {
  const { row, target, verdict, label, at, isTabStop, onFocus, snapshotId, style } = props;
  const look = toStatusLook("verdict", verdict);
  const words = `${label} to ${target.label}: ${look.label}`;
  // What is in another VPC is out of reach as a rule: it does not shout.
  const isQuiet = verdict === "unreachable" && !isProblem(row.connection, target, verdict);
  return (
    <div role="gridcell" aria-colindex={at[1] + 2} className="absolute top-0 p-0.5" style={style}>
      <Link
        href={traceLink(connectionSource(row.connection), target, snapshotId)}
        prefetch={false}
        aria-label={words}
        title={words}
        data-cell={`${at[0]} ${at[1]}`}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={() => {
          onFocus(at[0], at[1]);
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
}
