"use client";

import { useEffect } from "react";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { snapshotQuery } from "@/lib/client/queries/snapshots";
import { pages } from "@/lib/contract/pages";
import { ReadingProgress } from "../../detail/reading-progress";
import { getNowState } from "./now-state";

export interface CompareNowProps {
  /** What now is compared with. */
  baseId: string;
  readingId: string;
  show: "verdicts" | null;
  onReadAgain: () => void;
  onGiveUp: () => void;
}

/** Events tell of a reading's end; where they are cut off it is asked about. */
const ASK_MS = 5000;

/** How far the reading of now has come; once it is read the two are compared. */
export function CompareNow({ baseId, readingId, show, onReadAgain, onGiveUp }: CompareNowProps) {
  const query = useQuery({
    ...snapshotQuery(readingId),
    refetchInterval: ({ state }) => (state.data?.status === "collecting" ? ASK_MS : false),
  });
  const state = getNowState({ data: query.data, error: query.error });
  const router = useRouter();
  const isReady = state.kind === "ready";
  // The comparison has an address of its own, that stays the same when now is long ago.
  useEffect(() => {
    if (!isReady) return;
    router.replace(pages.compareSnapshots(readingId, { with: baseId, ...(show !== null && { show }) }));
  }, [isReady, router, readingId, baseId, show]);
  switch (state.kind) {
    case "loading":
    case "ready":
      return <SkeletonRows label="Comparing" rows={10} />;
    case "reading":
      return <ReadingProgress snapshot={state.snapshot} />;
    case "error":
      return (
        <ApiErrorState
          title="The reading could not be followed"
          error={state.error}
          onRetry={() => void query.refetch()}
          actions={
            <Button size="sm" onClick={onGiveUp}>
              Compare with a snapshot instead
            </Button>
          }
        />
      );
    case "ended":
      return (
        <ErrorState
          title={state.wasStopped ? "The reading was stopped" : "AWS could not be read"}
          message={state.message}
          onRetry={onReadAgain}
          actions={
            <>
              <ButtonLink size="sm" href={pages.snapshot(readingId)}>
                What was read
              </ButtonLink>
              <Button size="sm" onClick={onGiveUp}>
                Compare with a snapshot instead
              </Button>
            </>
          }
        />
      );
  }
}
