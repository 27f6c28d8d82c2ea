import type { ReactNode } from "react";

export interface Column<Row> {
  id: string;
  header: string;
  /** Least width in px; what is left over is shared among all. */
  width: number;
  cell: (row: Row) => ReactNode;
  /** Where given, the column can be sorted. Null sorts last either way. */
  sortValue?: (row: Row) => string | number | null;
  /** The column chooser cannot hide it. */
  isAlwaysShown?: boolean;
  isHiddenAtFirst?: boolean;
}

export interface Sort {
  columnId: string;
  direction: "asc" | "desc";
}
