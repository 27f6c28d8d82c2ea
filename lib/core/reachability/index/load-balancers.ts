import type { Located, Network } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import type { Endpoint } from "./endpoint";

export type LocatedLoadBalancer = Located<Identified<"LoadBalancers">>;

/** By the description of their interfaces, which is the end of their ARN: `ELB app/shop/50dc6c495c0c9188`. */
export function loadBalancersByDescription(network: Network): ReadonlyMap<string, LocatedLoadBalancer> {
  return new Map([...network.loadBalancers].map(([arn, located]) => [descriptionOf(arn), located]));
}

export function descriptionOf(loadBalancerArn: string): string {
  return loadBalancerArn.replace(/^.*:loadbalancer\//, "ELB ");
}

/**
 * A load balancer's groups are told twice. Only a Network Load Balancer may have none, and then nothing is filtered.
 * Source: User Guide for Network Load Balancers, "Security groups".
 */
export function withLoadBalancerGroups(
  endpoint: Endpoint,
  loadBalancer: LocatedLoadBalancer | undefined,
): Endpoint {
  if (endpoint.role !== "load-balancer" || endpoint.securityGroupIds?.length !== 0) return endpoint;
  const told = loadBalancer?.resource.SecurityGroups ?? [];
  if (told.length > 0) return { ...endpoint, securityGroupIds: [...told].sort() };
  const isNetwork =
    endpoint.interfaceType === "network_load_balancer" || endpoint.description.startsWith("ELB net/");
  return isNetwork ? endpoint : { ...endpoint, securityGroupIds: null };
}

/** Nothing filters what reaches it or leaves it. */
export function isUnfiltered({ role, securityGroupIds }: Endpoint): boolean {
  return role === "load-balancer" && securityGroupIds?.length === 0;
}
