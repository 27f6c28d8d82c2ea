"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/action/button";
import { Callout } from "@/components/ui/feedback/callout";
import { ProgressBar } from "@/components/ui/status/progress-bar";
import { collectSnapshotMutation } from "@/lib/client/mutations/snapshots";
import { snapshotListQuery } from "@/lib/client/queries/snapshots";
import { ApiErrorState } from "./api-error-state";
import { findLiveReading, progressFraction } from "./latest-snapshot";

/** Until the first snapshot is there: what is being read, or why it is not. */
export function ReadingAccount() {
  const { data, error } = useQuery({ ...snapshotListQuery(), refetchInterval: 3000 });
  const collect = useMutation(collectSnapshotMutation());
  const reading = findLiveReading(data?.items ?? []);
  if (error) return <ApiErrorState title="The account could not be read" error={error} />;
  if (reading.collecting === undefined && reading.failed !== undefined) {
    return (
      <Callout
        tone="danger"
        title="The account could not be read"
        actions={
          <Button
            size="sm"
            isBusy={collect.isPending}
            onClick={() => {
              collect.mutate("all");
            }}
          >
            Read it again
          </Button>
        }
      >
        {reading.failed.error ?? "No reason was given."}
      </Callout>
    );
  }
  const progress = reading.collecting?.progress;
  const fraction = reading.collecting === undefined ? undefined : progressFraction(reading.collecting);
  return (
    <div role="status" className="mx-auto flex max-w-sm flex-col gap-3 px-6 py-20">
      <p className="text-14 font-medium">Reading your account…</p>
      <ProgressBar label="Reading your account" {...(fraction === undefined ? {} : { fraction })} />
      <p className="text-13 text-ink-muted tabular-nums">
        {progress === undefined
          ? "Functions, VPCs and what connects them. This page fills itself when they are there."
          : `${progress.callsDone} of ${progress.callsTotal} calls, ${progress.items} resources`}
        {progress?.currentCall !== undefined && (
          <span className="block truncate font-mono">{progress.currentCall}</span>
        )}
      </p>
    </div>
  );
}
