"use client";

import { useMutation } from "@tanstack/react-query";
import { findLiveReading } from "@/components/layout/page/latest-snapshot";
import { collectSnapshotMutation } from "@/lib/client/mutations/snapshots";
import type { SnapshotSummary } from "@/lib/contract/snapshots";

/** Reads AWS anew, or joins the reading that is under way, and hands on its id. */
export function useReadNow(
  items: readonly SnapshotSummary[],
  onStarted: (readingId: string) => void,
): { readNow: () => void; isPending: boolean; error: Error | null } {
  const collect = useMutation(collectSnapshotMutation());
  const { collecting } = findLiveReading(items);
  return {
    readNow: () => {
      if (collecting?.scope === "all") onStarted(collecting.id);
      else
        collect.mutate("all", {
          onSuccess: ({ id }) => {
            onStarted(id);
          },
        });
    },
    isPending: collect.isPending,
    error: collect.error,
  };
}
