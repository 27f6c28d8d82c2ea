"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { StaleNotice } from "@/components/layout/page/stale-notice";
import { useEventsState } from "@/components/layout/provider/events-provider";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Badge } from "@/components/ui/status/badge";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { Status } from "@/components/ui/status/status";
import type { Column, Sort } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { sortRows } from "@/components/ui/table/sort-rows";
import { snapshotListQuery } from "@/lib/client/queries/snapshots";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { pages } from "@/lib/contract/pages";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { coverageText, toCounts } from "./detail/snapshot-rows";
import { toSnapshotsViewState } from "./snapshots-view-state";

const columns: Column<SnapshotSummary>[] = [
  {
    id: "name",
    header: "Snapshot",
    width: 260,
    sortValue: (snapshot) => snapshot.name,
    cell: (snapshot) => (
      <Link
        href={pages.snapshot(snapshot.id)}
        title={snapshot.name}
        className="font-medium hover:underline"
        tabIndex={-1}
      >
        {snapshot.name}
      </Link>
    ),
  },
  {
    id: "source",
    header: "Source",
    width: 100,
    sortValue: (snapshot) => snapshot.source,
    cell: (snapshot) => <Badge>{snapshot.source === "live" ? "live" : "imported"}</Badge>,
  },
  {
    id: "status",
    header: "Status",
    width: 120,
    sortValue: (snapshot) => snapshot.status,
    cell: (snapshot) => <Status {...toStatusLook("snapshot", snapshot.status)} />,
  },
  {
    id: "captured",
    header: "Read",
    width: 130,
    sortValue: (snapshot) => Date.parse(snapshot.capturedAt),
    cell: (snapshot) => <RelativeTime at={snapshot.capturedAt} className="text-ink-muted" />,
  },
  {
    id: "resources",
    header: "Resources",
    width: 110,
    sortValue: (snapshot) => toCounts(snapshot.counts).total,
    cell: (snapshot) => <span className="tabular-nums">{toCounts(snapshot.counts).total}</span>,
  },
  {
    id: "coverage",
    header: "Coverage",
    width: 220,
    cell: (snapshot) => <span className="text-ink-muted">{coverageText(snapshot.coverage)}</span>,
  },
  {
    id: "warnings",
    header: "Warnings",
    width: 100,
    sortValue: (snapshot) => snapshot.warnings.length,
    cell: (snapshot) =>
      snapshot.warnings.length === 0 ? (
        ""
      ) : (
        <Status tone="warning" label={String(snapshot.warnings.length)} />
      ),
  },
];

export function SnapshotList() {
  const query = useQuery(snapshotListQuery());
  const connection = useEventsState();
  const view = toSnapshotsViewState({ data: query.data, error: query.error, connection });
  const retry = () => {
    void query.refetch();
  };
  switch (view.kind) {
    case "loading":
      return <SkeletonRows label="Loading snapshots" />;
    case "error":
      return <ApiErrorState title="The snapshots could not be read" error={view.error} onRetry={retry} />;
    case "empty":
    case "ready":
    case "stale":
      return (
        <>
          {view.kind === "stale" && (
            <StaleNotice staleness={view.staleness} onRefetch={retry} isRefetching={query.isFetching} />
          )}
          <SnapshotsTable items={view.data.items} />
        </>
      );
  }
}

function SnapshotsTable({ items }: { items: readonly SnapshotSummary[] }) {
  const router = useRouter();
  const [sort, setSort] = useState<Sort | null>(null);
  return (
    <div className="border-line bg-surface -mx-4 min-h-60 flex-1 overflow-hidden border-t sm:mx-0 sm:mb-4 sm:rounded-md sm:border">
      <DataTable
        label="Snapshots, newest first"
        rows={sortRows(items, columns, sort)}
        columns={columns}
        rowKey={(snapshot) => snapshot.id}
        rowName={(snapshot) => snapshot.name}
        sort={sort}
        onSortChange={setSort}
        onOpen={(snapshot) => {
          router.push(pages.snapshot(snapshot.id));
        }}
        empty={
          <EmptyState
            title="Nothing has been read yet"
            actions={<ButtonLink href={pages.importSnapshot()}>Import recorded answers</ButtonLink>}
          >
            The first snapshot appears here by itself when AWS has been read.
          </EmptyState>
        }
      />
    </div>
  );
}
