import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { nameTag } from "@/lib/core/network/name-tag";
import type { Network } from "@/lib/core/network/network";
import { commonTargets, dataStoreTargets } from "@/lib/core/reachability/targets/known-targets";
import { allPeerTargets } from "@/lib/core/reachability/targets/peer-targets";

/** Everything of a snapshot that has a name a person would pick: services, data stores, load balancers, instances, peers. */
export function listAllTargets(network: Network): ReachabilityTarget[] {
  return [
    ...commonTargets(),
    ...dataStoreTargets(network, null),
    ...loadBalancerTargets(network),
    ...instanceTargets(network),
    ...allPeerTargets(network),
  ];
}

/** On its first listener's port. */
function loadBalancerTargets({ loadBalancers, listeners }: Network): ReachabilityTarget[] {
  const portOf = new Map<string, number>();
  for (const { resource } of listeners.values()) {
    const { LoadBalancerArn = "", Port } = resource;
    if (Port !== undefined) portOf.set(LoadBalancerArn, Math.min(Port, portOf.get(LoadBalancerArn) ?? Port));
  }
  return [...loadBalancers]
    .map(([arn, { resource }]): ReachabilityTarget => ({
      key: `load-balancer:${resource.LoadBalancerName ?? arn}`,
      kind: "load-balancer",
      label: resource.LoadBalancerName ?? arn,
      destination: { loadBalancerArn: arn },
      protocol: "tcp",
      port: portOf.get(arn) ?? null,
      vpcId: resource.VpcId ?? null,
    }))
    .sort(byKey);
}

/** What an instance listens on is not in AWS's answers: every port. Those without a VPC are terminated. */
function instanceTargets({ instances }: Network): ReachabilityTarget[] {
  return [...instances]
    .filter(([, { resource }]) => resource.VpcId !== undefined)
    .map(([instanceId, { resource }]): ReachabilityTarget => ({
      key: `instance:${instanceId}`,
      kind: "instance",
      label: nameTag(resource) ?? instanceId,
      destination: { instanceId },
      protocol: "tcp",
      port: null,
      vpcId: resource.VpcId ?? null,
    }))
    .sort(byKey);
}

function byKey(a: ReachabilityTarget, b: ReachabilityTarget): number {
  return a.key < b.key ? -1 : 1;
}
