import clsx from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { Column, Sort } from "./column";
import { nextSort } from "./sort-rows";

interface DataTableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | null;
  onSortChange: (sort: Sort | null) => void;
  hasMenu: boolean;
}

const headClass =
  "sticky top-0 z-10 h-9 border-b border-line bg-surface px-3 text-left font-medium text-ink-muted first:left-0 first:z-20";

export function DataTableHead<Row>({ columns, sort, onSortChange, hasMenu }: DataTableHeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction = sort?.columnId === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={
                direction === undefined ? undefined : direction === "asc" ? "ascending" : "descending"
              }
              className={headClass}
            >
              {column.sortValue === undefined ? (
                <span className="block truncate">{column.header}</span>
              ) : (
                <button
                  type="button"
                  onClick={() => {
                    onSortChange(nextSort(sort, column.id));
                  }}
                  className={clsx(
                    "group hover:text-ink -mx-1 inline-flex max-w-full items-center gap-1 rounded-sm px-1",
                    direction !== undefined && "text-ink",
                  )}
                >
                  <span className="truncate">{column.header}</span>
                  <SortMark direction={direction} />
                </button>
              )}
            </th>
          );
        })}
        {hasMenu && (
          <th scope="col" className={headClass}>
            <span className="sr-only">Actions</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function SortMark({ direction }: { direction: Sort["direction"] | undefined }) {
  if (direction === "asc") return <ArrowUp aria-hidden className="size-3" />;
  if (direction === "desc") return <ArrowDown aria-hidden className="size-3" />;
  return (
    <ChevronsUpDown
      aria-hidden
      className="size-3 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
    />
  );
}
