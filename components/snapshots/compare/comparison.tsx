"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { useDebounced } from "@/components/ui/form/use-debounced";
import { comparisonQuery } from "@/lib/client/queries/comparison";
import { pages } from "@/lib/contract/pages";
import type { SnapshotComparison } from "@/lib/contract/snapshot-comparison";
import { toKindCounts, toChangeRows } from "./change-rows";
import { ChangeSheet } from "./change-sheet";
import { ChangeTable } from "./change-table";
import { CompareToolbar } from "./compare-toolbar";
import { KindStrip } from "./kind-strip";
import type { CompareUrl } from "./use-compare-url";

export interface ComparisonProps {
  id: string;
  withId: string;
  url: CompareUrl;
}

/** Counts by kind, then every change field by field. */
export function Comparison({ id, withId, url }: ComparisonProps) {
  const { kind, change, q } = url.values;
  const filter = { kind: kind ?? undefined, change: change ?? undefined, q: useDebounced(q, q, 200) };
  const query = useInfiniteQuery({
    ...comparisonQuery(id, withId, filter),
    placeholderData: (before) => (before?.pages[0]?.withId === withId ? before : undefined),
  });
  const first = query.data?.pages[0];
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
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
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
            rows={toChangeRows(items)}
            onOpen={(key) => void url.setValues({ open: key })}
            onClear={() => void url.setValues({ kind: null, change: null, q: null })}
          />
          {query.hasNextPage && (
            <div className="text-13 text-ink-muted flex items-center gap-3 pb-4">
              <Button size="sm" isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Show more
              </Button>
              {items.length.toLocaleString("en")} of {first.total.toLocaleString("en")} resources shown
            </div>
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
