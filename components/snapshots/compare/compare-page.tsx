"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeftRight, RefreshCw } from "lucide-react";
import Link from "next/link";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageHeader } from "@/components/layout/page/page-header";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Combobox } from "@/components/ui/form/combobox";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { snapshotListQuery } from "@/lib/client/queries/snapshots";
import { pages } from "@/lib/contract/pages";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { usualBase } from "./change-rows";
import { CompareSides } from "./compare-sides";
import { Comparison } from "./comparison";
import { CompareNow } from "./now/compare-now";
import { useReadNow } from "./now/use-read-now";
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
  const { now } = url.values;
  const withId = url.values.with ?? usualBase(items, id)?.id;
  const { readNow, isPending, error } = useReadNow(items, (reading) => {
    void url.setValues({ now: reading });
  });
  return (
    <>
      <PageHeader
        back={
          <Link href={pages.snapshot(id)} className="hover:underline">
            {snapshot?.name ?? "Snapshot"}
          </Link>
        }
        title="What differs"
        description={
          now === null ? (
            <CompareSides after={snapshot} before={items.find((item) => item.id === withId)} />
          ) : (
            <CompareSides before={snapshot} after="now" />
          )
        }
        actions={
          <>
            {now === null && (
              <Button
                icon={<RefreshCw aria-hidden className="size-3.5" />}
                isBusy={isPending}
                title="Reads AWS anew, then compares this snapshot with it"
                onClick={readNow}
              >
                Compare with now
              </Button>
            )}
            <div className="w-72 max-w-full">
              <Combobox
                label="Compare with"
                value={now === null ? (withId ?? null) : null}
                placeholder="Compare with…"
                options={items.filter((item) => item.id !== id && item.status === "ready").map(toOption)}
                onChange={(next) => {
                  void url.setValues({ with: next, now: null, open: null });
                }}
              />
            </div>
            {withId !== undefined && now === null && (
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
      {error && now === null && (
        <ApiErrorState title="AWS could not be read anew" error={error} onRetry={readNow} />
      )}
      {now !== null ? (
        <CompareNow
          baseId={id}
          readingId={now}
          show={show}
          onReadAgain={readNow}
          onGiveUp={() => void url.setValues({ now: null })}
        />
      ) : withId !== undefined ? (
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
          Compare it with now, or import recorded answers: then what differs between the two is shown here.
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
