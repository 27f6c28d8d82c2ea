import type { Column, Sort } from "./column";

/** What sorting asks of a column, of whichever table. */
type SortableColumn<Row> = Pick<Column<Row>, "id" | "sortValue">;

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A sorted copy; stable, names with numbers in natural order, unknown values last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly SortableColumn<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const value = columns.find((column) => column.id === sort?.columnId)?.sortValue;
  if (value === undefined || sort === null) return rows;
  const sign = sort.direction === "asc" ? 1 : -1;
  return [...rows].sort((left, right) => compare(value(left), value(right), sign));
}

function compare(left: string | number | null, right: string | number | null, sign: number): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  if (typeof left === "number" && typeof right === "number") return sign * (left - right);
  return sign * collator.compare(String(left), String(right));
}

/** A click on a header: ascending, then descending, then as it came. */
export function nextSort(sort: Sort | null, columnId: string): Sort | null {
  if (sort?.columnId !== columnId) return { columnId, direction: "asc" };
  return sort.direction === "asc" ? { columnId, direction: "desc" } : null;
}

/** `name.asc`, as it stands in an address; null where it names no column. */
export function parseSort(text: string): Sort | null {
  const [columnId, direction] = text.split(".");
  if (columnId === undefined || columnId === "") return null;
  return { columnId, direction: direction === "desc" ? "desc" : "asc" };
}

export function formatSort(sort: Sort | null): string {
  return sort === null ? "." : `${sort.columnId}.${sort.direction}`;
}
