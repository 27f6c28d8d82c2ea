"use client";

import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageHeader } from "@/components/layout/page/page-header";
import { ReadingAccount } from "@/components/layout/page/reading-account";
import { StaleNotice } from "@/components/layout/page/stale-notice";
import { toViewState } from "@/components/layout/page/view-state";
import { useEventsState } from "@/components/layout/provider/events-provider";
import { Button } from "@/components/ui/action/button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { useTick } from "@/components/ui/status/use-tick";
import { isNoSnapshot } from "@/lib/client/api-request-error";
import { matrixQuery } from "@/lib/client/queries/reachability";
import { vpcListQuery } from "@/lib/client/queries/vpcs";
import { pages } from "@/lib/contract/pages";
import { MatrixPanel } from "./matrix-panel";

const parsers = {
  vpcId: parseAsString,
  show: parseAsStringLiteral(["problems"] as const),
  q: parseAsString.withDefault(""),
  snapshotId: parseAsString,
};

/** All connections by all targets. The address holds what is shown. */
export function MatrixPage() {
  const [url, setUrl] = useQueryStates(parsers, { history: "replace", clearOnDefault: true });
  const snapshotId = url.snapshotId ?? undefined;
  const query = useQuery(matrixQuery({ snapshotId, vpcId: url.vpcId ?? undefined }));
  const vpcList = useQuery(vpcListQuery({ snapshotId }));
  const vpcs = vpcList.data?.items;
  const connection = useEventsState();
  const nowMs = useTick();
  const { error } = query;
  // Rows are in the order of their VPCs' names: without these they would change places under the reader.
  const data = vpcList.isPending ? undefined : query.data;
  const live = snapshotId === undefined ? { connection, capturedAt: data?.capturedAt, nowMs } : {};
  const view = toViewState({ data, error, isEmpty: ({ connections }) => connections.length === 0, ...live });
  const nameOfVpc = useMemo(() => {
    const names = new Map(vpcs?.map(({ vpcId, name }) => [vpcId, name]));
    return (vpcId: string) => names.get(vpcId) ?? null;
  }, [vpcs]);
  const refetch = () => {
    void query.refetch();
  };
  const of = snapshotId === undefined ? {} : { snapshotId };
  return (
    <>
      <PageHeader
        back={
          <Link href={pages.reachability(of)} className="hover:underline">
            Reachability
          </Link>
        }
        title="What every connection reaches"
        description="Functions with the same subnets and security groups share every verdict, so each row is one connection. Each target is asked about on the port that it is used on."
      />
      {view.kind === "loading" && <SkeletonRows label="Working out the matrix" rows={12} />}
      {view.kind === "error" &&
        (isNoSnapshot(error) ? (
          <ReadingAccount />
        ) : (
          <ApiErrorState title="The matrix could not be worked out" error={view.error} onRetry={refetch} />
        ))}
      {view.kind === "stale" && (
        <StaleNotice staleness={view.staleness} onRefetch={refetch} isRefetching={query.isFetching} />
      )}
      {data?.connections.length === 0 && (
        <NoConnection vpcId={url.vpcId} onShowAll={() => void setUrl({ vpcId: null })} />
      )}
      {data !== undefined && data.connections.length > 0 && (
        <MatrixPanel
          matrix={data}
          vpcs={vpcs ?? []}
          nameOfVpc={nameOfVpc}
          url={{ vpcId: url.vpcId, isProblemsOnly: url.show === "problems", q: url.q }}
          onUrlChange={({ vpcId, isProblemsOnly, q }) =>
            void setUrl({ vpcId, show: isProblemsOnly ? "problems" : null, q })
          }
          snapshotId={snapshotId}
        />
      )}
    </>
  );
}

function NoConnection({ vpcId, onShowAll }: { vpcId: string | null; onShowAll: () => void }) {
  return vpcId === null ? (
    <EmptyState title="No function is connected here">
      No function is in a VPC, so there is no connection to ask about. A function in no VPC reaches the
      internet and AWS’s public endpoints.
    </EmptyState>
  ) : (
    <EmptyState
      title="No function is in this VPC"
      actions={<Button onClick={onShowAll}>Show every VPC</Button>}
    >
      So there is no connection to ask about.
    </EmptyState>
  );
}
