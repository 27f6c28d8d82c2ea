import { coverageOf } from "../../network/coverage-of";
import type { Located } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import { oncePerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";
import { isOneAddress, rangesOverlap, type AddressRange } from "../sets/address-range";
import { holdsFor, type Cuts } from "../walk/cuts";
import { gapIn } from "../walk/unread";

/**
 * Whether something with that group may have such an address: something known, or unread in a VPC where the group can be
 * used. That is its own, and those it is associated with. Source: VPC User Guide, "Associate security groups with
 * multiple VPCs".
 */
export function mayHaveGroup(
  index: NetworkIndex,
  groupId: string,
  range: AddressRange,
  /** Where such an address may be, if that is known. */
  places: readonly string[] | undefined,
  cuts: Cuts,
): boolean {
  const isKnown = index
    .endpointsOfGroup(groupId)
    .some(({ addresses }) => addresses.some((own) => holdsFor(own.range, range, cuts)));
  if (isKnown) return true;
  const usable = vpcsOfGroup(index, groupId);
  const vpcIds = usable && places ? usable.filter((vpcId) => places.includes(vpcId)) : (usable ?? places);
  return vpcIds === undefined || vpcIds.some((vpcId) => mayHoldUnread(index, vpcId, range));
}

/** Undefined where others than those read may use it, or the group itself was not read. */
function vpcsOfGroup(index: NetworkIndex, groupId: string): readonly string[] | undefined {
  const group = index.network.securityGroups.get(groupId);
  return group && vpcsOfReadGroup(index, group);
}

function vpcsOfReadGroup(
  index: NetworkIndex,
  { resource: { GroupId, OwnerId, VpcId }, ...place }: Located<Identified<"SecurityGroups">>,
): string[] | undefined {
  const isOwners = OwnerId === undefined || place.accountId === null || OwnerId === place.accountId;
  const { status } = coverageOf(index.network, "DescribeSecurityGroupVpcAssociations", place);
  if (VpcId === undefined || !isOwners || status !== "ok") return undefined;
  return [VpcId, ...(associatedVpcs(index).get(GroupId) ?? [])];
}

/** By the group that is associated with them. */
const associatedVpcs = oncePerIndex(({ network }): ReadonlyMap<string, readonly string[]> => {
  const vpcIds = new Map<string, string[]>();
  for (const { resource } of network.securityGroupVpcAssociations.values()) {
    const { GroupId, VpcId, State } = resource;
    const own = vpcIds.get(GroupId) ?? [];
    if (isInUse(State)) own.push(VpcId);
    vpcIds.set(GroupId, own);
  }
  return vpcIds;
});

function isInUse(state: string | undefined): boolean {
  return state !== "association-failed" && state !== "disassociated";
}

/** Who has an address is known of what was read; the rest may be anybody. */
function mayHoldUnread(index: NetworkIndex, vpcId: string, range: AddressRange): boolean {
  const { network } = index;
  if (!network.vpcs.has(vpcId)) return true;
  if (gapIn(network, "DescribeNetworkInterfaces", vpcId) === undefined) return false;
  const isHeld = isOneAddress(range) && index.endpointAt(vpcId, range.first) !== undefined;
  return !isHeld && index.vpcRanges(vpcId).some((own) => rangesOverlap(own, range));
}
