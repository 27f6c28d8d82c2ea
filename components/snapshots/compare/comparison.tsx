"use client";

import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { formatSort } from "@/components/ui/table/sort-rows";
import { pages } from "@/lib/contract/pages";
import type { SnapshotComparison } from "@/lib/contract/snapshot-comparison";
import { toKindCounts } from "./change-rows";
import { ChangeSheet } from "./change-sheet";
import { ChangeTable } from "./change-table";
import { CompareToolbar } from "./compare-toolbar";
import { KindStrip } from "./kind-strip";
import { useChanges } from "./use-changes";
import type { CompareUrl } from "./use-compare-url";

export interface ComparisonProps {
  id: string;
  withId: string;
  url: CompareUrl;
}

/** Counts by kind, then every change field by field. */
export function Comparison({ id, withId, url }: ComparisonProps) {
  const { query, first, items, rows, isReadingAll, readOn } = useChanges(id, withId, url);
  if (first === undefined) {
    return query.error ? (
      <ApiErrorState
        title="The two snapshots could not be compared"
        error={query.error}
        onRetry={() => void query.refetch()}
        actions={
          <ButtonLink size="sm" href={pages.snapshots()}>
            All snapshots
          </ButtonLink>
        }
      />
    ) : (
      <SkeletonRows label="Comparing" rows={10} />
    );
  }
  const kinds = toKindCounts(first.counts);
  const { kind } = url.values;
  return (
    <>
      <NotCompared entries={first.notCompared} />
      {kinds.length === 0 ? (
        <NothingDiffers comparison={first} />
      ) : (
        <>
          <KindStrip kinds={kinds} chosen={kind} onChoose={(next) => void url.setValues({ kind: next })} />
          <CompareToolbar ids={{ id, withId }} url={url} kinds={kinds} shown={items} total={first.total} />
          <ChangeTable
            rows={rows}
            sort={url.sort}
            onSortChange={(next) => void url.setValues({ sort: next === null ? null : formatSort(next) })}
            onEnd={readOn}
            onOpen={(key) => void url.setValues({ open: key })}
            onClear={() => void url.setValues({ kind: null, change: null, q: null })}
          />
          {query.hasNextPage && (
            <ReadOn shown={items.length} total={first.total} isReadingAll={isReadingAll} query={query} />
          )}
          <ChangeSheet
            items={items}
            openKey={url.values.open}
            onClose={() => void url.setValues({ open: null })}
          />
        </>
      )}
    </>
  );
}

interface ReadOnProps {
  shown: number;
  total: number;
  isReadingAll: boolean;
  query: Pick<ReturnType<typeof useChanges>["query"], "error" | "isFetchingNextPage" | "fetchNextPage">;
}

/** How many are read; more come as one scrolls, or by the button. */
function ReadOn({ shown, total, isReadingAll, query }: ReadOnProps) {
  const figures = `${shown.toLocaleString("en")} of ${total.toLocaleString("en")} resources`;
  return (
    <div className="text-13 text-ink-muted flex flex-wrap items-center gap-3 pb-4">
      <Button size="sm" isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        Show more
      </Button>
      <span role="status">{isReadingAll ? `Reading all: ${figures}` : `${figures} shown`}</span>
      {query.error && <span className="text-danger">More could not be read: {query.error.message}</span>}
    </div>
  );
}

function NothingDiffers({ comparison }: { comparison: SnapshotComparison }) {
  const { withCapturedAt, capturedAt, notCompared } = comparison;
  return (
    <EmptyState title="Nothing differs">
      {notCompared.length === 0 ? "Every resource" : "Every resource that both of them know"} is the same in
      both, field by field: read <RelativeTime at={withCapturedAt} /> and <RelativeTime at={capturedAt} />.
    </EmptyState>
  );
}

/** What one side does not know is neither added nor removed. */
function NotCompared({ entries }: { entries: SnapshotComparison["notCompared"] }) {
  if (entries.length === 0) return null;
  const title =
    entries.length === 1 ? "One thing was not compared" : `${entries.length} things were not compared`;
  return (
    <Callout tone="unknown" title={`${title}, because only one of the two knows it`} className="mb-4">
      <details>
        <summary>
          {[...new Set(entries.map(({ kind }) => kind ?? "whole regions"))].slice(0, 4).join(", ")}
        </summary>
        <ul className="mt-1 grid gap-1">
          {entries.map(({ accountId, region, kind, message }) => (
            <li key={[accountId, region, kind].join(" ")}>
              {message}{" "}
              <span className="font-mono">
                {[accountId, region].filter((part) => part !== null).join(" / ")}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Callout>
  );
}
