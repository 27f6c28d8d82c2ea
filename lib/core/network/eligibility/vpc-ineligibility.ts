import type { Network } from "../network";

/**
 * Why Lambda cannot be attached to a VPC, in words; undefined where nothing read speaks against it. Source: Lambda
 * Developer Guide, "Giving Lambda functions access to resources in a VPC" (dedicated instance tenancy).
 */
export function vpcIneligibility(network: Network, vpcId: string): string | undefined {
  const tenancy = network.vpcs.get(vpcId)?.resource.InstanceTenancy;
  return tenancy === "dedicated"
    ? "Dedicated instance tenancy: Lambda cannot attach to it. Peer a VPC with default tenancy to it instead."
    : undefined;
}
