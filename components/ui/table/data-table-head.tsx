import type { Column, Sort } from "./column";
import { SortButton, sortDirection } from "./sort-button";

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
        {columns.map(({ id, header, sortValue }) => (
          <th key={id} scope="col" aria-sort={sortDirection(sort, id)} className={headClass}>
            {sortValue === undefined ? (
              <span className="block truncate">{header}</span>
            ) : (
              <SortButton columnId={id} header={header} sort={sort} onSortChange={onSortChange} />
            )}
          </th>
        ))}
        {hasMenu && (
          <th scope="col" className={headClass}>
            <span className="sr-only">Actions</span>
          </th>
        )}
      </tr>
    </thead>
  );
}
