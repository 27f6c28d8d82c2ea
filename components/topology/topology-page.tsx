"use client";

import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageBody } from "@/components/layout/page/page-body";
import { ReadingAccount } from "@/components/layout/page/reading-account";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { isNoSnapshot } from "@/lib/client/api-request-error";
import { topologyQuery } from "@/lib/client/queries/topology";
import { vpcListQuery } from "@/lib/client/queries/vpcs";
import { toViewGraph } from "@/lib/core/topology/view/view-graph";
import { getTopologyViewState } from "./get-topology-view-state";
import { NoVpcs } from "./no-vpcs";
import { TopologyExplorer } from "./topology-explorer";
import { TopologyNotices } from "./topology-notices";
import { useOpenedVpc } from "./use-opened-vpc";
import { useTopologyUrl } from "./use-topology-url";

/** The network of a VPC as a picture and as tables, from the newest live snapshot or an imported one. */
export function TopologyPage() {
  const [url] = useTopologyUrl();
  const of = { snapshotId: url.snapshotId ?? undefined };
  const vpcs = useQuery(vpcListQuery(of));
  const { vpcId, openVpc } = useOpenedVpc(vpcs.data?.items);
  // Which VPC is the only one is known when the list is; with one in the address there is nothing to wait for.
  const topology = useQuery({
    ...topologyQuery({ ...of, vpcId: vpcId ?? undefined }),
    enabled: url.vpcId !== null || !vpcs.isPending,
  });
  const state = getTopologyViewState({
    data: topology.data,
    error: topology.error,
    isNoSnapshot: isNoSnapshot(topology.error),
  });
  const data = topology.data;
  const graph = useMemo(() => toViewGraph(data?.nodes ?? [], data?.edges ?? []), [data]);
  switch (state.kind) {
    case "loading":
      return (
        <PageBody>
          <h1 className="text-20 pb-4 font-semibold tracking-tight">Topology</h1>
          <SkeletonRows label="Reading the topology" rows={10} />
        </PageBody>
      );
    case "no-snapshot":
      return (
        <PageBody>
          <h1 className="text-20 pb-4 font-semibold tracking-tight">Topology</h1>
          <ReadingAccount />
        </PageBody>
      );
    case "error":
      return (
        <PageBody>
          <h1 className="text-20 pb-4 font-semibold tracking-tight">Topology</h1>
          <ApiErrorState
            title="The topology could not be read"
            error={state.error}
            onRetry={() => void topology.refetch()}
          />
        </PageBody>
      );
    case "empty":
      return <NoVpcs topology={state.topology} vpcId={vpcId} />;
    case "ready":
      return (
        <div className="flex h-full min-h-0 flex-col">
          <h1 className="sr-only">Topology</h1>
          <TopologyExplorer
            graph={graph}
            snapshotId={state.topology.snapshotId}
            vpcs={vpcs.data?.items}
            vpcId={vpcId}
            onOpenVpc={openVpc}
          />
          <TopologyNotices topology={state.topology} isStale={topology.error !== null} />
        </div>
      );
  }
}
