"use client";

import { useCallback, useMemo } from "react";
import { Button } from "@/components/ui/action/button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Status } from "@/components/ui/status/status";
import type { Column, Sort } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { sortRows } from "@/components/ui/table/sort-rows";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import type { ChangeRow } from "./change-rows";

export interface ChangeTableProps {
  rows: readonly ChangeRow[];
  sort: Sort | null;
  onSortChange: (sort: Sort | null) => void;
  /** The last row is in sight, or nearly. */
  onEnd: () => void;
  onOpen: (resourceKey: string) => void;
  onClear: () => void;
}

const value = (text: string) =>
  text === "" ? (
    <span className="text-ink-faint">—</span>
  ) : (
    <span className="font-mono" title={text}>
      {text}
    </span>
  );

const columns: Column<ChangeRow>[] = [
  {
    id: "resource",
    header: "Resource",
    width: 300,
    sortValue: ({ resource }) => resource.name ?? resource.id,
    cell: ({ resource }) => (
      <span className="flex items-baseline gap-2" title={resource.id ?? undefined}>
        {resource.name !== null && (
          <span className="max-w-full shrink-0 truncate font-medium">{resource.name}</span>
        )}
        {resource.id !== resource.name && (
          <span className="text-ink-muted truncate font-mono">{resource.id ?? "no id"}</span>
        )}
      </span>
    ),
  },
  {
    id: "change",
    header: "Change",
    width: 110,
    sortValue: ({ resource }) => resource.change,
    cell: ({ resource }) => <Status {...toStatusLook("comparison", resource.change)} />,
  },
  {
    id: "kind",
    header: "Kind",
    width: 170,
    sortValue: ({ resource }) => resource.kind,
    cell: ({ resource }) => resource.kind,
  },
  {
    id: "field",
    header: "Field",
    width: 250,
    sortValue: ({ path }) => path,
    cell: ({ path }) => value(path),
  },
  {
    id: "before",
    header: "Before",
    width: 220,
    sortValue: ({ before }) => before,
    cell: ({ before }) => value(before),
  },
  {
    id: "after",
    header: "After",
    width: 220,
    sortValue: ({ after }) => after,
    cell: ({ after }) => value(after),
  },
];

/** A row per field that changed; Enter or a click shows all fields of its resource. */
export function ChangeTable({ rows, sort, onSortChange, onEnd, onOpen, onClear }: ChangeTableProps) {
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, sort]);
  const onRowsShown = useCallback(
    (shown: readonly ChangeRow[]) => {
      if (shown.at(-1) === sorted.at(-1)) onEnd();
    },
    [sorted, onEnd],
  );
  return (
    <div className="border-line bg-surface -mx-4 min-h-60 flex-1 overflow-hidden border-t sm:mx-0 sm:mb-4 sm:rounded-md sm:border">
      <DataTable
        label="Changes"
        rows={sorted}
        columns={columns}
        rowKey={(row) => row.key}
        rowName={({ resource, path }) =>
          [resource.name ?? resource.id ?? resource.kind, resource.change, path].filter(Boolean).join(" ")
        }
        sort={sort}
        onSortChange={onSortChange}
        onRowsShown={onRowsShown}
        onOpen={({ key }) => {
          onOpen(key.replace(/#\d+$/, ""));
        }}
        empty={
          <EmptyState
            title="No change matches"
            actions={<Button onClick={onClear}>Clear search and filters</Button>}
          >
            The two snapshots differ, but not in what the search and the filters leave.
          </EmptyState>
        }
      />
    </div>
  );
}
