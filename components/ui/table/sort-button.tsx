import clsx from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { Sort } from "./column";
import { nextSort } from "./sort-rows";

export interface SortButtonProps {
  columnId: string;
  header: string;
  sort: Sort | null;
  onSortChange: (sort: Sort | null) => void;
  /** The mark stands before the word, so that the word ends where the figures end. */
  isNumber?: boolean;
}

/** What `aria-sort` of a column's head says; undefined where it is not sorted by. */
export function sortDirection(sort: Sort | null, columnId: string): "ascending" | "descending" | undefined {
  if (sort?.columnId !== columnId) return undefined;
  return sort.direction === "asc" ? "ascending" : "descending";
}

/** A column's head as a button: ascending, descending, as it came. */
export function SortButton({ columnId, header, sort, onSortChange, isNumber = false }: SortButtonProps) {
  const direction = sortDirection(sort, columnId);
  return (
    <button
      type="button"
      onClick={() => {
        onSortChange(nextSort(sort, columnId));
      }}
      className={clsx(
        "group hover:text-ink -mx-1 inline-flex max-w-full items-center gap-1 rounded-sm px-1",
        isNumber && "flex-row-reverse",
        direction !== undefined && "text-ink",
      )}
    >
      <span className="truncate">{header}</span>
      <SortMark direction={direction} />
    </button>
  );
}

function SortMark({ direction }: { direction: ReturnType<typeof sortDirection> }) {
  if (direction === "ascending") return <ArrowUp aria-hidden className="size-3" />;
  if (direction === "descending") return <ArrowDown aria-hidden className="size-3" />;
  return (
    <ChevronsUpDown
      aria-hidden
      className="size-3 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
    />
  );
}
