import { memo } from "react";
import type { VirtualItem } from "@tanstack/react-virtual";
import { connectionLabel } from "@/lib/contract/reachability/connection-label";
import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { MatrixCell } from "./matrix-cell";
import type { MatrixRow } from "./matrix-view";

export interface MatrixGridRowProps {
  row: MatrixRow;
  index: number;
  top: number;
  height: number;
  /** Of all columns and the head. */
  width: number;
  headWidth: number;
  targets: readonly ReachabilityTarget[];
  /** The columns in sight. */
  columns: readonly VirtualItem[];
  /** The column whose cell takes the Tab key; null in every row but one. */
  tabColumn: number | null;
  onFocus: (row: number, column: number) => void;
  vpcName: string;
  snapshotId: string | undefined;
}

/** One connection. Scrolling down draws the rows that come into sight, and no other. */
export const MatrixGridRow = memo(function MatrixGridRow(props: MatrixGridRowProps) {
  const { row, index, top, height, width, headWidth, targets, columns, tabColumn, onFocus } = props;
  const label = connectionLabel(row.connection);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="border-line absolute left-0 border-b"
      style={{ top, height, width, minWidth: "100%" }}
    >
      <div
        role="rowheader"
        title={headTitle(row)}
        className="bg-surface border-line sticky left-0 z-10 flex h-full flex-col justify-center border-r px-4"
        style={{ width: headWidth }}
      >
        <span className="truncate font-medium">{label}</span>
        <span className="text-ink-muted truncate">{props.vpcName}</span>
      </div>
      {columns.map((at) => {
        const target = targets[at.index];
        return (
          target && (
            <MatrixCell
              key={at.key}
              connection={row.connection}
              target={target}
              verdict={row.verdicts[at.index] ?? "unknown"}
              label={label}
              row={index}
              column={at.index}
              isTabStop={tabColumn === at.index}
              onFocus={onFocus}
              snapshotId={props.snapshotId}
              left={at.start}
              width={at.size}
            />
          )
        );
      })}
    </div>
  );
});

/** A hint, not a list: functions beyond these are found by typing. */
const NAMED = 20;

function headTitle({ connection: { functionNames, functionCount } }: MatrixRow): string {
  const named = functionNames.slice(0, NAMED).join(", ");
  return functionCount > NAMED ? `${named} and ${functionCount - NAMED} more` : named;
}
