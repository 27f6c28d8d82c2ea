"use client";

import { useState, type ReactNode } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageHeader } from "@/components/layout/page/page-header";
import { StaleNotice } from "@/components/layout/page/stale-notice";
import { useEventsState } from "@/components/layout/provider/events-provider";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { CopyId } from "@/components/ui/action/copy-id";
import { Callout } from "@/components/ui/feedback/callout";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { Status } from "@/components/ui/status/status";
import { deleteSnapshotMutation } from "@/lib/client/mutations/snapshots";
import { snapshotQuery } from "@/lib/client/queries/snapshots";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { pages } from "@/lib/contract/pages";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { ReadingProgress } from "./reading-progress";
import { SnapshotContents } from "./snapshot-contents";
import { toSnapshotViewState } from "../snapshots-view-state";

export function SnapshotPage({ id }: { id: string }) {
  const query = useQuery(snapshotQuery(id));
  const connection = useEventsState();
  const view = toSnapshotViewState({ data: query.data, error: query.error, connection });
  const retry = () => {
    void query.refetch();
  };
  switch (view.kind) {
    case "loading":
      return (
        <>
          <PageHeader title="Snapshot" />
          <SkeletonRows label="Loading the snapshot" rows={8} />
        </>
      );
    case "not-found":
      return <Unread title="There is no such snapshot" error={view.error} />;
    case "error":
      return <Unread title="The snapshot could not be read" error={view.error} onRetry={retry} />;
    case "empty":
    case "ready":
    case "stale":
      return (
        <SnapshotView
          snapshot={view.data}
          notice={
            view.kind === "stale" && (
              <StaleNotice staleness={view.staleness} onRefetch={retry} isRefetching={query.isFetching} />
            )
          }
        />
      );
  }
}

function Unread(props: { title: string; error: unknown; onRetry?: () => void }) {
  return (
    <>
      <PageHeader
        back={
          <Link href={pages.snapshots()} className="hover:underline">
            Snapshots
          </Link>
        }
        title="Snapshot"
      />
      <ApiErrorState
        {...props}
        actions={
          <ButtonLink size="sm" href={pages.snapshots()}>
            All snapshots
          </ButtonLink>
        }
      />
    </>
  );
}

function SnapshotView({ snapshot, notice }: { snapshot: SnapshotSummary; notice: ReactNode }) {
  const isReady = snapshot.status === "ready";
  return (
    <>
      <PageHeader
        back={
          <Link href={pages.snapshots()} className="hover:underline">
            Snapshots
          </Link>
        }
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 break-words">{snapshot.name}</span>
            <Status {...toStatusLook("snapshot", snapshot.status)} look="pill" />
          </span>
        }
        description={<SnapshotOrigin snapshot={snapshot} />}
        actions={
          <>
            <DeleteSnapshot snapshot={snapshot} />
            {isReady && (
              <>
                <ButtonLink href={pages.compareSnapshots(snapshot.id)}>Compare…</ButtonLink>
                <ButtonLink href={pages.functions({ snapshotId: snapshot.id })}>Functions in it</ButtonLink>
                <ButtonLink variant="primary" href={pages.topology({ snapshotId: snapshot.id })}>
                  Topology of it
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      {notice}
      <div className="grid gap-4">
        {snapshot.status === "collecting" && <ReadingProgress snapshot={snapshot} />}
        {snapshot.error !== undefined && (
          <Callout tone="danger" title="It was not read to its end">
            {snapshot.error}
          </Callout>
        )}
        {snapshot.status !== "collecting" && <SnapshotContents snapshot={snapshot} />}
      </div>
    </>
  );
}

function SnapshotOrigin({ snapshot }: { snapshot: SnapshotSummary }) {
  const where = [...snapshot.accounts, ...snapshot.regions].join(", ");
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {snapshot.source === "live" ? "Read from AWS" : "Imported"} <RelativeTime at={snapshot.capturedAt} />
      {where !== "" && <span className="font-mono">{where}</span>}
      <CopyId value={snapshot.id} />
    </span>
  );
}

function DeleteSnapshot({ snapshot }: { snapshot: SnapshotSummary }) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation(deleteSnapshotMutation());
  if (snapshot.status === "collecting") return null;
  return (
    <>
      <Button
        onClick={() => {
          remove.reset();
          setIsAsking(true);
        }}
      >
        Delete…
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        isDangerous
        title={`Delete ${snapshot.name}?`}
        description="What it recorded is gone afterwards, and links to it lead nowhere. Nothing in AWS changes."
        confirmLabel={`Delete ${snapshot.name}`}
        cancelLabel="Keep it"
        isBusy={remove.isPending}
        error={
          remove.error === null ? null : <ApiErrorState title="It was not deleted" error={remove.error} />
        }
        onConfirm={() => {
          remove.mutate(snapshot.id, {
            onSuccess: () => {
              router.push(pages.snapshots());
            },
          });
        }}
      />
    </>
  );
}
