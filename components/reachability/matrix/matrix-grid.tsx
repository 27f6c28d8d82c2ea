"use client";

import { useEffect, useRef } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { connectionLabel } from "@/lib/contract/reachability/connection-label";
import { MatrixCell } from "./matrix-cell";
import type { MatrixRow } from "./matrix-view";
import { useCellFocus } from "./use-cell-focus";
import { useColumnWidth } from "./use-column-width";

export interface MatrixGridProps {
  rows: readonly MatrixRow[];
  targets: readonly ReachabilityTarget[];
  nameOfVpc: (vpcId: string) => string | null;
  snapshotId: string | undefined;
  /** Least width of the names at the left, in px. */
  headWidth: number;
}

const ROW = 44;
const HEAD = 132;

/** Connections by targets: heads stay in sight, only the cells in sight exist. Arrow keys move, Enter opens. */
export function MatrixGrid({ rows, targets, nameOfVpc, snapshotId, headWidth }: MatrixGridProps) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const getScrollElement = () => scrollRef.current;
  const initialRect = { width: 1200, height: 800 };
  const column = useColumnWidth(scrollRef, { headWidth, count: targets.length });
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement,
    estimateSize: () => ROW,
    overscan: 8,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    initialRect,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: targets.length,
    getScrollElement,
    estimateSize: () => column,
    overscan: 8,
    paddingStart: headWidth,
    scrollPaddingStart: headWidth,
    initialRect,
  });
  // The virtualizer keeps the sizes that it has estimated.
  useEffect(() => {
    across.measure();
  }, [across, column]);
  const focus = useCellFocus({
    rowCount: rows.length,
    columnCount: targets.length,
    scrollRef,
    scrollTo: (row, column) => {
      down.scrollToIndex(row);
      across.scrollToIndex(column);
    },
  });
  const width = across.getTotalSize();
  const columns = across.getVirtualItems();
  return (
    <div ref={scrollRef} className="relative h-full overflow-auto overscroll-contain">
      <div
        role="grid"
        aria-label="What each connection reaches"
        aria-rowcount={rows.length + 1}
        aria-colcount={targets.length + 1}
        className="text-13 relative min-w-full"
        style={{ width, height: down.getTotalSize() }}
        onKeyDown={focus.onKeyDown}
      >
        <div
          role="row"
          aria-rowindex={1}
          className="border-line bg-surface sticky top-0 z-20 border-b"
          style={{ height: HEAD, width, minWidth: "100%" }}
        >
          <div
            role="columnheader"
            className="bg-surface text-ink-muted border-line sticky left-0 z-10 flex h-full items-end border-r px-4 pb-2"
            style={{ width: headWidth }}
          >
            Functions by connection
          </div>
          {columns.map((item) => {
            const target = targets[item.index];
            return (
              target && (
                <div
                  key={item.key}
                  role="columnheader"
                  aria-colindex={item.index + 2}
                  title={headTitle(target, nameOfVpc)}
                  className="absolute top-0 flex items-end justify-center pb-2"
                  style={{ left: item.start, width: item.size, height: HEAD }}
                >
                  <span className="max-h-full rotate-180 truncate font-medium [writing-mode:vertical-rl]">
                    {target.label}
                  </span>
                </div>
              )
            );
          })}
        </div>
        {down.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const label = connectionLabel(row.connection);
          const vpc = row.connection.vpcId;
          return (
            <div
              key={row.connection.connectionId}
              role="row"
              aria-rowindex={item.index + 2}
              className="border-line absolute left-0 border-b"
              style={{ top: item.start, height: ROW, width, minWidth: "100%" }}
            >
              <div
                role="rowheader"
                title={row.connection.functionNames.join(", ")}
                className="bg-surface border-line sticky left-0 z-10 flex h-full flex-col justify-center border-r px-4"
                style={{ width: headWidth }}
              >
                <span className="truncate font-medium">{label}</span>
                <span className="text-ink-muted truncate">
                  {vpc === null ? "VPC not known" : (nameOfVpc(vpc) ?? vpc)}
                </span>
              </div>
              {columns.map((at) => {
                const target = targets[at.index];
                return (
                  target && (
                    <MatrixCell
                      key={at.key}
                      row={row}
                      target={target}
                      verdict={row.verdicts[at.index] ?? "unknown"}
                      label={label}
                      at={[item.index, at.index]}
                      isTabStop={focus.isActive(item.index, at.index)}
                      onFocus={focus.setActive}
                      snapshotId={snapshotId}
                      style={{ left: at.start, width: at.size, height: ROW - 1 }}
                    />
                  )
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function headTitle(
  { label, protocol, port, vpcId }: ReachabilityTarget,
  nameOfVpc: MatrixGridProps["nameOfVpc"],
) {
  const traffic =
    port === null
      ? String(protocol)
      : `${protocol} ${typeof port === "number" ? port : `${port.from} to ${port.to}`}`;
  return vpcId === null ? `${label}, ${traffic}` : `${label}, ${traffic}, in ${nameOfVpc(vpcId) ?? vpcId}`;
}
