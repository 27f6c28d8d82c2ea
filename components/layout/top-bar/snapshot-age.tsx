"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import Link from "next/link";
import { IconButton } from "@/components/ui/action/icon-button";
import { Menu } from "@/components/ui/overlay/menu";
import { ProgressBar } from "@/components/ui/status/progress-bar";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { cancelSnapshotMutation, collectSnapshotMutation } from "@/lib/client/mutations/snapshots";
import { snapshotListQuery } from "@/lib/client/queries/snapshots";
import { pages } from "@/lib/contract/pages";
import { findLiveReading, progressFraction, type LiveReading } from "../page/latest-snapshot";
import { useEventsState } from "../provider/events-provider";
import { toRefreshItems } from "./refresh-items";

/** How old the live view is, and the menu that reads it anew; while it is being read, how far that has come. */
export function SnapshotAge() {
  const { data } = useQuery(snapshotListQuery());
  const collect = useMutation(collectSnapshotMutation());
  const cancel = useMutation(cancelSnapshotMutation());
  const connection = useEventsState();
  const reading = findLiveReading(data?.items ?? []);
  const isCollecting = reading.collecting !== undefined || collect.isPending;
  return (
    <div className="text-13 text-ink-muted flex min-w-0 items-center gap-1">
      {connection === "lost" && <span className="text-warning max-md:hidden">Live updates interrupted</span>}
      <ReadingText reading={reading} collectError={(collect.error ?? cancel.error)?.message} />
      <Menu
        label="Read AWS again"
        items={toRefreshItems({
          reading,
          items: data?.items ?? [],
          onCollect: (scope) => {
            collect.mutate(scope);
          },
          onCancel: (id) => {
            cancel.mutate(id);
          },
        })}
        trigger={
          <IconButton
            label={isCollecting ? "Reading AWS…" : "Read AWS again"}
            hasTooltip={false}
            icon={<RefreshCw aria-hidden className={isCollecting ? "animate-turn size-3.5" : "size-3.5"} />}
          />
        }
      />
    </div>
  );
}

function ReadingText({ reading, collectError }: { reading: LiveReading; collectError: string | undefined }) {
  const { collecting, failed, ready } = reading;
  if (collecting !== undefined) {
    const fraction = progressFraction(collecting);
    return (
      <span className="flex items-center gap-2 max-md:sr-only" role="status">
        Reading AWS
        <ProgressBar label="Reading AWS" className="w-20" {...(fraction === undefined ? {} : { fraction })} />
      </span>
    );
  }
  if (collectError !== undefined)
    return <span className="text-danger truncate max-md:sr-only">{collectError}</span>;
  if (failed !== undefined) {
    return (
      <Link href={pages.snapshot(failed.id)} className="text-danger truncate underline max-md:sr-only">
        Last reading failed
      </Link>
    );
  }
  if (ready === undefined) return null;
  return (
    <span className="truncate max-md:sr-only">
      Read <RelativeTime at={ready.capturedAt} />
    </span>
  );
}
