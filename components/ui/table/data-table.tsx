"use client";

import { useEffect, useRef, type ReactNode } from "react";
import type { Column, Sort } from "./column";
import { DataTableHead } from "./data-table-head";
import { DataTableRow } from "./data-table-row";
import { ROW_HEIGHT, useRowFocus } from "./use-row-focus";
import { useRowWindow } from "./use-row-window";

export interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  /** Those to be shown, in order; the first stays in sight when the rest scrolls sideways. */
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** What the row's checkmark, menu and screen reader call it. */
  rowName: (row: Row) => string;
  sort: Sort | null;
  onSortChange: (sort: Sort | null) => void;
  /** Enter, or a click on the row. */
  onOpen?: (row: Row) => void;
  /** A menu at the row's end; Space opens it. */
  rowMenu?: (row: Row) => ReactNode;
  /** Shown in place of rows. */
  empty: ReactNode;
  /** Told which rows exist now, those in sight and a few around them. */
  onRowsShown?: (rows: readonly Row[]) => void;
}

/**
 * A table of any length: sticky head, 36 px rows of which only those in sight exist, ↑ ↓ Home End to move, Enter to
 * open, Space for the row's menu. It fills its parent, which gives it a height.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, rowMenu } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  const slice = useRowWindow(rows.length, scrollRef);
  const focus = useRowFocus({ count: rows.length, scrollToIndex: slice.scrollToIndex, scrollRef });
  const { onRowsShown } = props;
  const [firstIndex = 0, lastIndex = -1] = [slice.indexes[0], slice.indexes.at(-1)];
  // Whoever listens reads what is in sight, and scrolling is not React's own.
  useEffect(() => {
    onRowsShown?.(rows.slice(firstIndex, lastIndex + 1));
  }, [onRowsShown, rows, firstIndex, lastIndex]);
  const columnCount = columns.length + (rowMenu === undefined ? 0 : 1);
  const minWidth = columns.reduce((sum, column) => sum + column.width, rowMenu === undefined ? 0 : 44);
  if (rows.length === 0) return <div className="h-full overflow-auto">{props.empty}</div>;
  return (
    <div ref={scrollRef} className="relative h-full overflow-auto overscroll-contain">
      <table
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className="text-13 w-full table-fixed border-separate border-spacing-0"
        style={{ minWidth }}
      >
        <colgroup>
          {columns.map((column, index) => (
            <col
              key={column.id}
              style={{ width: index === 0 ? `min(${column.width}px, 46vw)` : column.width }}
            />
          ))}
          {rowMenu !== undefined && <col style={{ width: 44 }} />}
        </colgroup>
        <DataTableHead
          columns={columns}
          sort={props.sort}
          onSortChange={props.onSortChange}
          hasMenu={rowMenu !== undefined}
        />
        <tbody onKeyDown={focus.onKeyDown}>
          <Spacer height={slice.before} columnCount={columnCount} />
          {slice.indexes.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <DataTableRow
                key={rowKey(row)}
                row={row}
                index={index}
                columns={columns}
                name={props.rowName(row)}
                isTabStop={focus.activeIndex === index}
                onFocus={focus.setActiveIndex}
                {...(props.onOpen === undefined ? {} : { onOpen: props.onOpen })}
                {...(rowMenu === undefined ? {} : { rowMenu })}
              />
            );
          })}
          <Spacer height={slice.after} columnCount={columnCount} />
        </tbody>
      </table>
    </div>
  );
}

function Spacer({ height, columnCount }: { height: number; columnCount: number }) {
  if (height < ROW_HEIGHT / 2) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columnCount} style={{ height, padding: 0 }} />
    </tr>
  );
}
