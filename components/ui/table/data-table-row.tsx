import type { KeyboardEvent as ReactKeyboardEvent, MouseEvent as ReactMouseEvent, ReactNode } from "react";
import clsx from "clsx";
import type { Column } from "./column";

interface DataTableRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  name: string;
  isTabStop: boolean;
  onFocus: (index: number) => void;
  onOpen?: (row: Row) => void;
  rowMenu?: (row: Row) => ReactNode;
}

const cellClass =
  "h-9 border-b border-line bg-surface px-3 group-hover:bg-hover group-focus:bg-hover first:sticky first:left-0 first:z-[1]";

/** A click that lands on a link, a button or inside a menu is that thing's own. */
function isOwnTarget(event: ReactMouseEvent<HTMLElement>): boolean {
  return event.target instanceof Element && event.target.closest("a, button, [role=menu]") === null;
}

export function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { row, index, columns, name, isTabStop, onFocus, onOpen, rowMenu } = props;
  const onKeyDown = (event: ReactKeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "Enter" && onOpen) {
      event.preventDefault();
      onOpen(row);
    }
    if (event.key === " " && rowMenu) {
      event.preventDefault();
      const trigger = event.currentTarget.querySelector<HTMLElement>("[data-row-menu] button");
      trigger?.focus();
      trigger?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    }
  };
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      onFocus={() => {
        onFocus(index);
      }}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (onOpen && isOwnTarget(event)) onOpen(row);
      }}
      className={clsx("group focus-visible:-outline-offset-2", onOpen && "cursor-pointer")}
    >
      {columns.map((column) => (
        <td key={column.id} className={clsx(cellClass, "truncate")}>
          {column.cell(row)}
        </td>
      ))}
      {rowMenu && (
        <td data-row-menu className={clsx(cellClass, "px-2 text-right")}>
          {rowMenu(row)}
        </td>
      )}
    </tr>
  );
}
