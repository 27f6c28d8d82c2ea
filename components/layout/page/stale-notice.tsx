"use client";

import type { ReactNode } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Clock, WifiOff, type LucideIcon } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { InlineCode } from "@/components/ui/text/inline-code";
import { collectSnapshotMutation } from "@/lib/client/mutations/snapshots";
import { snapshotListQuery } from "@/lib/client/queries/snapshots";
import { describeError } from "./describe-error";
import { findLiveReading } from "./latest-snapshot";
import type { Staleness } from "./view-state";

export interface StaleNoticeProps {
  staleness: Staleness;
  /** Asks Mooring's server for the same again. */
  onRefetch: () => void;
  isRefetching: boolean;
}

/** One quiet line over a view that may no longer be so: why, and how to renew it. */
export function StaleNotice({ staleness, onRefetch, isRefetching }: StaleNoticeProps) {
  switch (staleness.reason) {
    case "old":
      return <OldNotice capturedAt={staleness.capturedAt} />;
    case "disconnected":
      return (
        <Notice icon={WifiOff} action="Refresh" isBusy={isRefetching} onAction={onRefetch}>
          Live updates are interrupted, so this may have changed meanwhile.
        </Notice>
      );
    case "refresh-failed":
      return (
        <Notice icon={WifiOff} action="Refresh" isBusy={isRefetching} onAction={onRefetch}>
          This is what was read before; refreshing it failed.{" "}
          <InlineCode text={describeError(staleness.error).message} />
        </Notice>
      );
  }
}

/** AWS itself has to be read again; why the last try failed is said where it did. */
function OldNotice({ capturedAt }: { capturedAt: string }) {
  const collect = useMutation(collectSnapshotMutation());
  const { data } = useQuery(snapshotListQuery());
  const { collecting, failed } = findLiveReading(data?.items ?? []);
  const failure = collect.error === null ? failed?.error : describeError(collect.error).message;
  return (
    <Notice
      icon={Clock}
      action="Read AWS again"
      isBusy={collect.isPending || collecting !== undefined}
      onAction={() => {
        collect.mutate("all");
      }}
    >
      Read <RelativeTime at={capturedAt} />; AWS may have changed since.
      {failure !== undefined && collecting === undefined && (
        <span className="text-danger">
          {" "}
          Reading it again failed: <InlineCode text={failure} />
        </span>
      )}
    </Notice>
  );
}

interface NoticeProps {
  icon: LucideIcon;
  action: string;
  isBusy: boolean;
  onAction: () => void;
  children: ReactNode;
}

function Notice({ icon: Icon, action, isBusy, onAction, children }: NoticeProps) {
  return (
    <div className="text-13 text-ink-muted flex flex-wrap items-center gap-x-2 gap-y-1 pb-3">
      <div className="flex min-w-0 gap-2">
        <Icon aria-hidden className="text-warning mt-0.5 size-3.5 shrink-0" />
        <p role="status" className="min-w-0 break-words">
          {children}
        </p>
      </div>
      <Button size="sm" isBusy={isBusy} onClick={onAction}>
        {action}
      </Button>
    </div>
  );
}
