import { coverageOf } from "../../network/coverage-of";
import type { Located, Network, Resource } from "../../network/network";
import type { NetworkIndex } from "../index/network-index";
import { rangesOverlap, type AddressRange } from "../sets/address-range";

/**
 * Whether something with that group may have such an address: something known, or unread in a VPC where the group can be
 * used. That is its own, and those it is associated with. Source: VPC User Guide, "Associate security groups with
 * multiple VPCs".
 */
export function mayHaveGroup(index: NetworkIndex, groupId: string, range: AddressRange): boolean {
  const { network } = index;
  const group = network.securityGroups.get(groupId);
  if (!group) return true;
  const isKnown = index
    .endpointsOfGroup(groupId)
    .some(({ addresses }) => addresses.some((own) => rangesOverlap(own.range, range)));
  if (isKnown) return true;
  const vpcIds = vpcsOfGroup(network, group);
  return vpcIds === null || vpcIds.some((vpcId) => mayHoldUnread(index, vpcId, range));
}

/** Null where others than those read may use it. */
function vpcsOfGroup(
  network: Network,
  { resource: { GroupId, OwnerId, VpcId }, ...place }: Located<Resource<"SecurityGroups">>,
): string[] | null {
  const isOwners = OwnerId === undefined || place.accountId === null || OwnerId === place.accountId;
  const { status } = coverageOf(network, "DescribeSecurityGroupVpcAssociations", place);
  if (VpcId === undefined || !isOwners || status !== "ok") return null;
  const associations = [...network.securityGroupVpcAssociations.values()].map(({ resource }) => resource);
  const others = associations.filter((one) => one.GroupId === GroupId && isInUse(one.State));
  return [VpcId, ...others.map((one) => one.VpcId)];
}

function isInUse(state: string | undefined): boolean {
  return state !== "association-failed" && state !== "disassociated";
}

function mayHoldUnread(index: NetworkIndex, vpcId: string, range: AddressRange): boolean {
  const { network } = index;
  const vpc = network.vpcs.get(vpcId);
  if (!vpc) return true;
  if (coverageOf(network, "DescribeNetworkInterfaces", vpc).status === "ok") return false;
  return index.vpcRanges(vpcId).some((own) => rangesOverlap(own, range));
}
