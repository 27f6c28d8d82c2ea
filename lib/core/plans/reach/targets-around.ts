import { joinedVpcs } from "../../network/routing/joined-vpcs";
import type { Network } from "../../network/network";
import {
  knownTargets,
  dataStoreTargets,
  loadBalancerTargets,
  type KnownTarget,
} from "../../reachability/targets/known-targets";
import { peerTargets } from "../../reachability/targets/peer-targets";

/** Of what joined VPCs hold, and of peers, as many are asked about: more would take longer than a person waits. */
const MOST_JOINED = 100;

export interface TargetsAround {
  targets: KnownTarget[];
  /** Data stores and load balancers of joined VPCs, and peers, that were left out. */
  omitted: number;
}

/**
 * What a function in these VPCs may want: the internet, services, their data stores and load balancers, and those of
 * every VPC that peering or a transit gateway joins to them; peers of which no more is known by their addresses.
 */
export function targetsAround(network: Network, vpcIds: readonly string[]): TargetsAround {
  const own = new Set(vpcIds);
  const joined = new Set(vpcIds.flatMap((vpcId) => joinedVpcs(network, vpcId)));
  const isJoined = ({ vpcId }: KnownTarget) => vpcId !== null && joined.has(vpcId) && !own.has(vpcId);
  const stores = joined.size === 0 ? [] : dataStoreTargets(network, null).filter(isJoined);
  const balancers =
    network.loadBalancers.size === 0
      ? []
      : [...joined].flatMap((vpcId) => (own.has(vpcId) ? [] : loadBalancerTargets(network, vpcId)));
  const peers = new Map(
    vpcIds.flatMap((vpcId) => peerTargets(network, vpcId)).map((target) => [target.key, target]),
  );
  const others = [
    ...stores,
    ...balancers,
    ...[...peers.values()].filter(({ vpcId }) => !own.has(vpcId ?? "")),
  ];
  const ownTargets = [...own].flatMap((vpcId) => [
    ...dataStoreTargets(network, vpcId),
    ...loadBalancerTargets(network, vpcId),
  ]);
  return {
    targets: [...knownTargets(network, null), ...ownTargets, ...others.slice(0, MOST_JOINED)],
    omitted: Math.max(0, others.length - MOST_JOINED),
  };
}
