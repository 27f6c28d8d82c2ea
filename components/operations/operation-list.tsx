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
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { Status } from "@/components/ui/status/status";
import type { Column, Sort } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { sortRows } from "@/components/ui/table/sort-rows";
import { operationListQuery } from "@/lib/client/queries/operations";
import type { Operation } from "@/lib/contract/operations";
import { pages } from "@/lib/contract/pages";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { durationText } from "./operation-duration";
import { toOperationsViewState } from "./operations-view-state";

const columns: Column<Operation>[] = [
  {
    id: "title",
    header: "Operation",
    width: 340,
    sortValue: (operation) => operation.title,
    cell: (operation) => (
      <Link
        href={pages.operation(operation.id)}
        title={operation.title}
        className="font-medium hover:underline"
        tabIndex={-1}
      >
        {operation.title}
      </Link>
    ),
  },
  {
    id: "status",
    header: "Status",
    width: 140,
    sortValue: (operation) => operation.status,
    cell: (operation) => <Status {...toStatusLook("operation", operation.status)} />,
  },
  {
    id: "function",
    header: "Function",
    width: 220,
    sortValue: (operation) => operation.functionName,
    cell: (operation) => operation.functionName,
  },
  {
    id: "created",
    header: "Asked for",
    width: 140,
    sortValue: (operation) => Date.parse(operation.createdAt),
    cell: (operation) => <RelativeTime at={operation.createdAt} className="text-ink-muted" />,
  },
  {
    id: "duration",
    header: "Duration",
    width: 120,
    cell: (operation) => <span className="text-ink-muted">{durationText(operation) ?? "not begun"}</span>,
  },
  {
    id: "actor",
    header: "By",
    width: 100,
    sortValue: (operation) => operation.actor,
    cell: (operation) => operation.actor,
  },
];

export function OperationList() {
  const query = useQuery(operationListQuery());
  const connection = useEventsState();
  const view = toOperationsViewState({ data: query.data, error: query.error, connection });
  const retry = () => {
    void query.refetch();
  };
  switch (view.kind) {
    case "loading":
      return <SkeletonRows label="Loading operations" />;
    case "error":
      return <ApiErrorState title="The operations could not be read" error={view.error} onRetry={retry} />;
    case "empty":
    case "ready":
    case "stale":
      return (
        <>
          {view.kind === "stale" && (
            <StaleNotice staleness={view.staleness} onRefetch={retry} isRefetching={query.isFetching} />
          )}
          <OperationsTable items={view.data.items} />
        </>
      );
  }
}

function OperationsTable({ items }: { items: readonly Operation[] }) {
  const router = useRouter();
  const [sort, setSort] = useState<Sort | null>(null);
  return (
    <div className="border-line bg-surface -mx-4 min-h-60 flex-1 overflow-hidden border-t sm:mx-0 sm:mb-4 sm:rounded-md sm:border">
      <DataTable
        label="Operations, newest first"
        rows={sortRows(items, columns, sort)}
        columns={columns}
        rowKey={(operation) => operation.id}
        rowName={(operation) => operation.title}
        sort={sort}
        onSortChange={setSort}
        onOpen={(operation) => {
          router.push(pages.operation(operation.id));
        }}
        empty={
          <EmptyState
            title="Nothing has been changed yet"
            actions={<ButtonLink href={pages.functions()}>Choose a function</ButtonLink>}
          >
            Attaching, detaching and creating functions shows here, step by step, while it happens and
            afterwards.
          </EmptyState>
        }
      />
    </div>
  );
}
