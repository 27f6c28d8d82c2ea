"use client";

import { useQuery } from "@tanstack/react-query";
import { Camera } from "lucide-react";
import { useQueryState } from "nuqs";
import { Button } from "@/components/ui/action/button";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { snapshotListQuery } from "@/lib/client/queries/snapshots";

/** Says which snapshot one is looking at, where it is not the newest live one. */
export function ViewedSnapshotBanner() {
  const [snapshotId, setSnapshotId] = useQueryState("snapshotId", { shallow: false });
  const { data } = useQuery({ ...snapshotListQuery(), enabled: snapshotId !== null });
  if (snapshotId === null) return null;
  const snapshot = data?.items.find((item) => item.id === snapshotId);
  const isGone = data !== undefined && snapshot === undefined;
  return (
    <div
      role="status"
      className="border-line bg-accent-soft text-13 flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-1"
    >
      <Camera aria-hidden className="text-accent size-3.5 shrink-0" />
      <span className="min-w-0">
        {isGone ? (
          <>
            There is no snapshot <strong className="font-medium break-words">{snapshotId}</strong>: it may
            have been deleted.
          </>
        ) : (
          <>
            You are looking at the {snapshot?.source === "live" ? "earlier" : "imported"} snapshot{" "}
            <strong className="font-medium break-words">{snapshot?.name ?? snapshotId}</strong>
            {snapshot && (
              <>
                , read <RelativeTime at={snapshot.capturedAt} />
              </>
            )}
            . Nothing can be changed from here.
          </>
        )}
      </span>
      <Button
        size="sm"
        className="ml-auto"
        onClick={() => {
          void setSnapshotId(null);
        }}
      >
        Back to live
      </Button>
    </div>
  );
}
