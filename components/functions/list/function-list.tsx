"use client";

import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { GapsCallout } from "@/components/layout/page/gaps-callout";
import { ReadingAccount } from "@/components/layout/page/reading-account";
import { StaleNotice } from "@/components/layout/page/stale-notice";
import { useEventsState } from "@/components/layout/provider/events-provider";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { IconButton } from "@/components/ui/action/icon-button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Menu } from "@/components/ui/overlay/menu";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { useTick } from "@/components/ui/status/use-tick";
import { DataTable } from "@/components/ui/table/data-table";
import { formatSort, parseSort, sortRows } from "@/components/ui/table/sort-rows";
import { functionListQuery } from "@/lib/client/queries/functions";
import type { FunctionList as FunctionListData } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";
import { filterFunctions } from "./filter-functions";
import { functionMenuItems } from "./function-actions";
import { functionColumns } from "./function-columns";
import { FunctionToolbar } from "./function-toolbar";
import { toFunctionsViewState } from "./functions-view-state";
import { useFreshStates } from "./use-fresh-states";
import { useFunctionFilter } from "./use-function-filter";

/** The Functions page below its title. */
export function FunctionList() {
  const filter = useFunctionFilter();
  const snapshotId = filter.values.snapshotId ?? undefined;
  const query = useQuery(functionListQuery({ snapshotId }));
  const connection = useEventsState();
  const nowMs = useTick();
  const { data, error } = query;
  const view = toFunctionsViewState({ data, error, snapshotId, connection, nowMs });
  const retry = () => {
    void query.refetch();
  };
  switch (view.kind) {
    case "loading":
      return <SkeletonRows label="Loading functions" rows={14} />;
    case "reading":
      return <ReadingAccount />;
    case "error":
      return <ApiErrorState title="The functions could not be read" error={view.error} onRetry={retry} />;
    case "empty":
    case "ready":
    case "stale":
      return (
        <>
          {view.kind === "stale" && (
            <StaleNotice staleness={view.staleness} onRefetch={retry} isRefetching={query.isFetching} />
          )}
          <GapsCallout gaps={view.data.gaps} />
          {view.data.items.length === 0 ? (
            <EmptyFunctions isSnapshot={snapshotId !== undefined} />
          ) : (
            <FunctionTable list={view.data} filter={filter} snapshotId={snapshotId} />
          )}
        </>
      );
  }
}

function EmptyFunctions({ isSnapshot }: { isSnapshot: boolean }) {
  return (
    <EmptyState
      title={isSnapshot ? "This snapshot holds no functions" : "There are no functions here"}
      actions={
        !isSnapshot && (
          <ButtonLink href={pages.newFunction()} variant="primary">
            Create a function
          </ButtonLink>
        )
      }
    >
      {isSnapshot
        ? "Its files had no answer to ListFunctions with a function in it. Its networks can still be seen in Topology."
        : "The account was read and has none in this region. Look at the region at the top, or create one."}
    </EmptyState>
  );
}

interface FunctionTableProps {
  list: FunctionListData;
  filter: ReturnType<typeof useFunctionFilter>;
  snapshotId: string | undefined;
}

function FunctionTable({ list, filter, snapshotId }: FunctionTableProps) {
  const router = useRouter();
  const { values, setValues } = filter;
  const { q, vpcId, state, attached, sort } = values;
  const columns = useMemo(() => functionColumns(snapshotId), [snapshotId]);
  const rows = useMemo(() => {
    const shown = filterFunctions(list.items, { q, vpcId, state, attached });
    return sortRows(shown, columns, parseSort(sort));
  }, [list.items, columns, q, vpcId, state, attached, sort]);
  const of = snapshotId === undefined ? {} : { snapshotId };
  const onRowsShown = useFreshStates(snapshotId === undefined);
  return (
    <>
      <FunctionToolbar all={list.items} shown={rows} columns={columns} filter={filter} />
      <div className="border-line bg-surface -mx-4 min-h-60 flex-1 overflow-hidden border-t sm:mx-0 sm:mb-4 sm:rounded-md sm:border">
        <DataTable
          label="Functions"
          onRowsShown={onRowsShown}
          rows={rows}
          columns={columns.filter((column) => !values.hide.includes(column.id))}
          rowKey={(fn) => fn.functionArn}
          rowName={(fn) => fn.functionName}
          sort={parseSort(sort)}
          onSortChange={(next) => {
            void setValues({ sort: formatSort(next) });
          }}
          onOpen={(fn) => {
            router.push(pages.function(fn.functionName, of));
          }}
          rowMenu={(fn) => (
            <Menu
              label={`Actions for ${fn.functionName}`}
              items={functionMenuItems(fn, snapshotId)}
              trigger={
                <IconButton
                  label={`Actions for ${fn.functionName}`}
                  hasTooltip={false}
                  tabIndex={-1}
                  icon={<Ellipsis aria-hidden className="size-4" />}
                />
              }
            />
          )}
          empty={
            <EmptyState
              title="No function matches"
              actions={
                <Button
                  onClick={() => {
                    void setValues({ q: null, vpcId: null, state: null, attached: null });
                  }}
                >
                  Clear search and filters
                </Button>
              }
            >
              {list.items.length} functions were read; the search and filters leave none of them.
            </EmptyState>
          }
        />
      </div>
    </>
  );
}
