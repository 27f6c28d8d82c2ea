import { coverageOf, describeGap } from "../coverage-of";
import type { Located, Network } from "../network";
import type { Identified } from "../resource-id";

export type EffectiveNetworkAcl =
  | { status: "known"; networkAclId: string; networkAcl: Located<Identified<"NetworkAcls">> }
  | { status: "unknown"; reason: string };

/**
 * The network ACL of a subnet. AWS lists every association, the default's too, so one that is not listed is a gap.
 * Source: VPC User Guide, "Network ACLs".
 */
export function effectiveNetworkAcl(network: Network, subnetId: string): EffectiveNetworkAcl {
  const networkAclId = network.lookups.networkAclIdBySubnet.get(subnetId);
  const networkAcl = networkAclId === undefined ? undefined : network.networkAcls.get(networkAclId);
  if (networkAclId !== undefined && networkAcl) return { status: "known", networkAclId, networkAcl };
  const subnet = network.subnets.get(subnetId);
  if (!subnet) return { status: "unknown", reason: `${subnetId} is not among the subnets read` };
  const gap = describeGap("DescribeNetworkAcls", coverageOf(network, "DescribeNetworkAcls", subnet));
  return { status: "unknown", reason: gap ?? `no network ACL read names ${subnetId}` };
}
