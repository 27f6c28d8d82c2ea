"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import Link from "next/link";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageHeader } from "@/components/layout/page/page-header";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Combobox } from "@/components/ui/form/combobox";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { snapshotListQuery } from "@/lib/client/queries/snapshots";
import { pages } from "@/lib/contract/pages";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { usualBase } from "./change-rows";
import { Comparison } from "./comparison";
import { useCompareUrl } from "./use-compare-url";
import { ChangedVerdicts } from "./verdicts/changed-verdicts";
import { ViewSwitch } from "./view-switch";

/** What differs in a snapshot from another one. */
export function ComparePage({ id }: { id: string }) {
  const url = useCompareUrl();
  const list = useQuery(snapshotListQuery());
  const items = list.data?.items ?? [];
  const snapshot = items.find((item) => item.id === id);
  const { show } = url.values;
  const View = show === "verdicts" ? ChangedVerdicts : Comparison;
  const withId = url.values.with ?? usualBase(items, id)?.id;
  return (
    <>
      <PageHeader
        back={
          <Link href={pages.snapshot(id)} className="hover:underline">
            {snapshot?.name ?? "Snapshot"}
          </Link>
        }
        title="What differs"
        description={<Sides snapshot={snapshot} base={items.find((item) => item.id === withId)} />}
        actions={
          <>
            <div className="w-72 max-w-full">
              <Combobox
                label="Compare with"
                value={withId ?? null}
                placeholder="Compare with…"
                options={items.filter((item) => item.id !== id && item.status === "ready").map(toOption)}
                onChange={(next) => {
                  void url.setValues({ with: next, open: null });
                }}
              />
            </div>
            {withId !== undefined && (
              <ButtonLink
                href={pages.compareSnapshots(withId, { with: id, ...(show !== null && { show }) })}
                icon={<ArrowLeftRight aria-hidden className="size-3.5" />}
              >
                Swap
              </ButtonLink>
            )}
          </>
        }
      />
      {withId !== undefined ? (
        <>
          <ViewSwitch url={url} />
          <View id={id} withId={withId} url={url} />
        </>
      ) : list.error ? (
        <ApiErrorState
          title="The snapshots could not be read"
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      ) : list.data === undefined ? (
        <SkeletonRows label="Loading snapshots" />
      ) : (
        <EmptyState
          title="There is no other snapshot to compare with"
          actions={<ButtonLink href={pages.snapshots()}>All snapshots</ButtonLink>}
        >
          Read AWS again, or import recorded answers: then what differs between the two is shown here.
        </EmptyState>
      )}
    </>
  );
}

function toOption({ id, name, source, capturedAt }: SnapshotSummary) {
  return {
    value: id,
    label: source === "live" ? "Live" : name,
    detail: id.slice(0, 8),
    aside: <RelativeTime at={capturedAt} className="text-ink-muted" />,
  };
}

/** "Before: read 2 hours ago. After: read just now." */
function Sides({
  snapshot,
  base,
}: {
  snapshot: SnapshotSummary | undefined;
  base: SnapshotSummary | undefined;
}) {
  if (snapshot === undefined || base === undefined) return "Two snapshots, resource by resource.";
  const side = (label: string, { name, capturedAt }: SnapshotSummary) => (
    <span>
      {label}: <span className="text-ink">{name}</span>, read <RelativeTime at={capturedAt} />
    </span>
  );
  return (
    <span className="flex flex-wrap gap-x-4">
      {side("Before", base)}
      {side("After", snapshot)}
    </span>
  );
}
