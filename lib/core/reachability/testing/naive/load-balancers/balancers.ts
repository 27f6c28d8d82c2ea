import type { Located, Network, Resource } from "@/lib/core/network/network";
import { groupIdsOf, type NetworkInterface } from "../places/interfaces";

type LoadBalancer = Located<Resource<"LoadBalancers">>;

/** AWS describes a load balancer's interfaces by the end of its ARN: `ELB app/shop/50dc6c495c0c9188`. */
export function isLoadBalancer({ InterfaceType, Description }: NetworkInterface): boolean {
  const isTyped = InterfaceType === "network_load_balancer" || InterfaceType === "load_balancer";
  return isTyped || Description?.startsWith("ELB ") === true;
}

export function balancerOf(network: Network, { Description }: NetworkInterface): LoadBalancer | undefined {
  for (const [arn, located] of network.loadBalancers) {
    if (Description === `ELB ${arn.split(":loadbalancer/")[1] ?? ""}`) return located;
  }
  return undefined;
}

export function interfacesOfBalancer(network: Network, arn: string): NetworkInterface[] {
  const description = `ELB ${arn.split(":loadbalancer/")[1] ?? ""}`;
  return [...network.networkInterfaces.values()]
    .map(({ resource }) => resource)
    .filter((one) => isLoadBalancer(one) && one.Description === description);
}

/** A Network Load Balancer may have no groups, and then filters nothing; of others none means that they were not told. */
export function groupsOf(network: Network, found: NetworkInterface): string[] | "unfiltered" {
  const own = groupIdsOf(found);
  if (own.length > 0 || !isLoadBalancer(found)) return own;
  const told = balancerOf(network, found)?.resource.SecurityGroups ?? [];
  if (told.length > 0) return [...told];
  const isNetwork =
    found.InterfaceType === "network_load_balancer" || found.Description?.startsWith("ELB net/") === true;
  return isNetwork ? "unfiltered" : [];
}
