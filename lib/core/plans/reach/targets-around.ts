import { joinedVpcs } from "../../network/routing/joined-vpcs";
import type { Network } from "../../network/network";
import {
  knownTargets,
  dataStoreTargets,
  loadBalancerTargets,
  type KnownTarget,
} from "../../reachability/targets/known-targets";

/** Data stores of joined VPCs that are asked about: more would take longer than a person waits. */
const MOST_JOINED = 100;

export interface TargetsAround {
  targets: KnownTarget[];
  /** Data stores of joined VPCs that were left out. */
  omitted: number;
}

/**
 * What a function in these VPCs may want: the internet, services, their data stores and load balancers, and the data stores of every VPC that peering
 * or a transit gateway joins to them.
 */
export function targetsAround(network: Network, vpcIds: readonly string[]): TargetsAround {
  const own = new Set(vpcIds);
  const joined = new Set(vpcIds.flatMap((vpcId) => joinedVpcs(network, vpcId)));
  const stores = joined.size === 0 ? [] : dataStoreTargets(network, null);
  const others = stores.filter(({ vpcId }) => vpcId !== null && joined.has(vpcId) && !own.has(vpcId));
  const ownTargets = [...own].flatMap((vpcId) => [
    ...dataStoreTargets(network, vpcId),
    ...loadBalancerTargets(network, vpcId),
  ]);
  return {
    targets: [...knownTargets(network, null), ...ownTargets, ...others.slice(0, MOST_JOINED)],
    omitted: Math.max(0, others.length - MOST_JOINED),
  };
}
