"use client";

import type { VpcSummary } from "@/lib/contract/vpcs";
import { useTopologyUrl } from "./use-topology-url";

/** In the address: the overview, asked for although there is one VPC only. No VPC id looks like it. */
const OVERVIEW = "all";

export interface OpenedVpc {
  /** Null for the overview. */
  vpcId: string | null;
  openVpc: (vpcId: string | null) => void;
}

/** The VPC to draw: the one in the address, else the only one there is, else none (the overview of all). */
export function useOpenedVpc(vpcs: readonly VpcSummary[] | undefined): OpenedVpc {
  const [url, setUrl] = useTopologyUrl();
  const only = vpcs?.length === 1 ? vpcs[0]?.vpcId : undefined;
  return {
    vpcId: url.vpcId === OVERVIEW ? null : (url.vpcId ?? only ?? null),
    openVpc: (vpcId) =>
      void setUrl(
        { vpcId: vpcId ?? (only === undefined ? null : OVERVIEW), selected: null },
        { history: "push" },
      ),
  };
}
