"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { progressFraction } from "@/components/layout/page/latest-snapshot";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import { ProgressBar } from "@/components/ui/status/progress-bar";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { snapshotQuery } from "@/lib/client/queries/snapshots";
import { pages } from "@/lib/contract/pages";
import { SnapshotContents } from "../detail/snapshot-contents";

interface ImportResultProps {
  snapshotId: string;
  onAgain: () => void;
}

/** While the server reads what was sent, how far it is; then counts, warnings and where to look. */
export function ImportResult({ snapshotId, onAgain }: ImportResultProps) {
  const { data, error } = useQuery({
    ...snapshotQuery(snapshotId),
    // Events tell it too; asking as well covers a stream that was lost.
    refetchInterval: (query) => (query.state.data?.status === "collecting" ? 2000 : false),
  });
  if (error) return <ApiErrorState title="The import could not be followed" error={error} />;
  if (data === undefined) return <SkeletonRows label="Loading the import" rows={3} />;
  const again = (
    <Button size="sm" onClick={onAgain}>
      Import more
    </Button>
  );
  switch (data.status) {
    case "collecting": {
      const fraction = progressFraction(data);
      return (
        <div role="status" className="grid max-w-md gap-3 py-10">
          <p className="text-14 font-medium">Reading {data.name}…</p>
          <ProgressBar label={`Reading ${data.name}`} {...(fraction === undefined ? {} : { fraction })} />
          <p className="text-13 text-ink-muted">{data.progress?.items ?? 0} resources so far</p>
        </div>
      );
    }
    case "failed":
    case "canceled":
      return (
        <Callout tone="danger" isAlert title={`${data.name} was not imported`} actions={again}>
          {data.error ?? "It was stopped before its end."} Nothing of it was kept.
        </Callout>
      );
    case "ready":
      return (
        <div className="grid gap-4">
          <Callout
            tone="success"
            title={`${data.name} is imported`}
            actions={
              <>
                <ButtonLink size="sm" variant="primary" href={pages.topology({ snapshotId })}>
                  See its topology
                </ButtonLink>
                <ButtonLink size="sm" href={pages.functions({ snapshotId })}>
                  See its functions
                </ButtonLink>
                {again}
              </>
            }
          />
          <SnapshotContents snapshot={data} />
        </div>
      );
  }
}
