import type { Network } from "../network/network";
import { compareText } from "./view/view-graph";

/** What belongs to the one VPC that a diagram shows. Lists are sorted. */
export interface VpcScope {
  network: Network;
  vpcId: string;
  regionNodeId: string;
  subnetIds: readonly string[];
}

export function vpcScope(network: Network, vpcId: string): VpcScope {
  const vpc = network.vpcs.get(vpcId);
  return {
    network,
    vpcId,
    regionNodeId: regionNodeId(vpc?.accountId ?? null, vpc?.region ?? null),
    subnetIds: [...(network.lookups.subnetIdsByVpc.get(vpcId) ?? [])].sort(compareText),
  };
}

export function regionNodeId(accountId: string | null, region: string | null): string {
  return `region:${accountId ?? "unknown"}/${region ?? "unknown"}`;
}

export function zoneNodeId(vpcId: string, zoneName: string): string {
  return `zone:${vpcId}/${zoneName}`;
}
