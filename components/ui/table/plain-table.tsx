"use client";

import type { ReactNode } from "react";
import clsx from "clsx";
import { useIsPhone } from "@/components/layout/page/use-is-narrow";
import type { Sort } from "./column";
import { SortButton, sortDirection } from "./sort-button";

export interface PlainColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  isMono?: boolean;
  /** Lets long text wrap; other cells keep to one line. On a phone it stands below the row, or nobody would see it. */
  isWrapping?: boolean;
  /** Figures stand under each other. */
  isNumber?: boolean;
  /** Where given, and the table can be sorted, a click on the head sorts by it. Null sorts last either way. */
  sortValue?: (row: Row) => string | number | null;
}

export interface PlainTableProps<Row> {
  label: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  /** A full-width line under a row. */
  below?: (row: Row) => ReactNode;
  empty?: ReactNode;
  /** The rows come sorted; this only shows how, and asks for another order. */
  sort?: Sort | null;
  onSortChange?: (sort: Sort | null) => void;
}

/** A short table inside a page: same rows and head as `DataTable`, scrolls sideways within itself. */
export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { label, rows, rowKey, below, empty, sort = null, onSortChange } = props;
  const isPhone = useIsPhone();
  const isFolded = (column: PlainColumn<Row>, index: number) =>
    isPhone && index > 0 && column.isWrapping === true;
  const columns = props.columns.filter((column, index) => !isFolded(column, index));
  const folded = props.columns.filter(isFolded);
  if (rows.length === 0 && empty !== undefined) {
    return <div className="text-13 text-ink-muted px-4 py-3">{empty}</div>;
  }
  return (
    <div className="overflow-x-auto" role="group" aria-label={label} tabIndex={0}>
      <table aria-label={label} className="text-13 w-full border-separate border-spacing-0">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                aria-sort={sortDirection(sort, column.id)}
                className={clsx(
                  "border-line bg-surface text-ink-muted h-9 border-b px-2 font-medium whitespace-nowrap first:sticky first:left-0 first:pl-4 sm:px-3",
                  column.isNumber === true ? "text-right" : "text-left",
                )}
              >
                {column.sortValue !== undefined && onSortChange !== undefined ? (
                  <SortButton
                    columnId={column.id}
                    header={column.header}
                    sort={sort}
                    onSortChange={onSortChange}
                    isNumber={column.isNumber === true}
                  />
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>td]:border-b-0">
          {rows.map((row, index) => (
            <PlainRow
              key={rowKey(row, index)}
              row={row}
              columns={columns}
              folded={folded}
              {...(below === undefined ? {} : { below })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PlainRowProps<Row> {
  row: Row;
  columns: readonly PlainColumn<Row>[];
  folded: readonly PlainColumn<Row>[];
  below?: (row: Row) => ReactNode;
}

function PlainRow<Row>({ row, columns, folded, below }: PlainRowProps<Row>) {
  const extra = below?.(row);
  const hasBelow = extra !== undefined && extra !== null && extra !== false;
  const hasExtra = hasBelow || folded.length > 0;
  return (
    <>
      <tr>
        {columns.map((column) => (
          <td
            key={column.id}
            className={clsx(
              "bg-surface h-9 px-2 py-1.5 align-middle first:sticky first:left-0 first:max-w-[60vw] first:overflow-hidden first:pl-4 first:text-ellipsis sm:px-3",
              !hasExtra && "border-line border-b",
              column.isMono === true && "font-mono",
              column.isNumber === true && "text-right tabular-nums",
              column.isWrapping === true ? "w-full min-w-48" : "whitespace-nowrap",
            )}
          >
            {column.cell(row)}
          </td>
        ))}
      </tr>
      {hasExtra && (
        <tr>
          <td colSpan={columns.length} className="border-line border-b px-4 pb-2">
            {folded.map((column) => (
              <Folded key={column.id} header={column.header} isNamed={folded.length > 1}>
                {column.cell(row)}
              </Folded>
            ))}
            {extra}
          </td>
        </tr>
      )}
    </>
  );
}

interface FoldedProps {
  header: string;
  /** One alone says by itself what it is. */
  isNamed: boolean;
  children: ReactNode;
}

/** A long cell below its row, as wide as the screen however far the row goes. One that is empty is not there. */
function Folded({ header, isNamed, children }: FoldedProps) {
  if (children === "" || children === null) return null;
  return (
    <div className="sticky left-4 max-w-[calc(100vw-4.25rem)] pb-1 break-words has-[>:last-child:empty]:hidden">
      <span className={isNamed ? "text-ink-muted" : "sr-only"}>{header}: </span>
      {children}
    </div>
  );
}
