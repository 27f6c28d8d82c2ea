"use client";

import { useEffect, useRef } from "react";
import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { MatrixGridRow } from "./matrix-grid-row";
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
/** Rows and columns drawn beyond the edge, for who scrolls fast. */
const BEYOND = 4;

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
    overscan: BEYOND,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    initialRect,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: targets.length,
    getScrollElement,
    estimateSize: () => column,
    overscan: BEYOND,
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
  const drawnRows = down.getVirtualItems();
  const tabRow = amongDrawn(drawnRows, focus.row);
  const tabColumn = amongDrawn(columns, focus.column);
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
        {drawnRows.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const { connectionId, vpcId } = row.connection;
          return (
            <MatrixGridRow
              key={connectionId}
              row={row}
              index={item.index}
              top={item.start}
              height={ROW}
              width={width}
              headWidth={headWidth}
              targets={targets}
              columns={columns}
              tabColumn={item.index === tabRow ? tabColumn : null}
              onFocus={focus.setActive}
              vpcName={vpcId === null ? "VPC not known" : (nameOfVpc(vpcId) ?? vpcId)}
              snapshotId={snapshotId}
            />
          );
        })}
      </div>
    </div>
  );
}

/** What has the Tab key may have been scrolled away: then the first that is drawn takes it. */
function amongDrawn(drawn: readonly VirtualItem[], index: number): number {
  return drawn.some((item) => item.index === index) ? index : (drawn[0]?.index ?? index);
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
