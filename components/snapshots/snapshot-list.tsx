"use client";

import { useMemo, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { StaleNotice } from "@/components/layout/page/stale-notice";
import { useEventsState } from "@/components/layout/provider/events-provider";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import type { Sort } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { sortRows } from "@/components/ui/table/sort-rows";
import { retentionPreviewQuery } from "@/lib/client/queries/retention";
import { snapshotListQuery } from "@/lib/client/queries/snapshots";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { pages } from "@/lib/contract/pages";
import { snapshotColumns } from "./snapshot-columns";
import { SnapshotMenu } from "./snapshot-menu";
import { toSnapshotsViewState } from "./snapshots-view-state";

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
  const retention = useQuery(retentionPreviewQuery());
  const columns = useMemo(
    () => snapshotColumns(new Map(retention.data?.items.map((item) => [item.snapshotId, item]))),
    [retention.data],
  );
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
        rowMenu={(snapshot) => <SnapshotMenu snapshot={snapshot} items={items} />}
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
