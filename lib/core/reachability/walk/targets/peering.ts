import type { VpcPeeringConnectionVpcInfo } from "@aws-sdk/client-ec2";
import type { Recorded } from "../../../network/resources";
import type { NetworkIndex } from "../../index/network-index";
import { formatRange, parseCidrs, type CidrRange } from "../../sets/address-range";
import { holdsFor } from "../cuts";
import { deliverInVpc } from "../deliver";
import { checkPeeringEncryption } from "../gates/encryption-control";
import { endAtUnread } from "../unread";
import { addHop, block, deadEnd, leaveKnown, type Place, type Walk, type WalkEnd } from "../walk";

type VpcInfo = Recorded<VpcPeeringConnectionVpcInfo>;
type Side = VpcInfo & { VpcId: string };

/**
 * Over a peering connection to the other VPC: addresses of the two VPCs only, so nothing passes on from a third network
 * and nothing uses the other's gateways. Source: VPC Peering Guide, "Limitations".
 */
export function toPeeringConnection(walk: Walk, place: Place, peeringId: string): WalkEnd {
  const { network } = walk.index;
  addHop(walk, "vpc-peering-connection", peeringId);
  const peering = network.vpcPeeringConnections.get(peeringId)?.resource;
  if (!peering) return endAtUnread(walk, place, "DescribeVpcPeeringConnections", peeringId);
  const { Status, RequesterVpcInfo = {}, AccepterVpcInfo = {} } = peering;
  if (Status?.Code !== undefined && Status.Code !== "active") {
    block(walk, {
      code: "BAD_STATE",
      resourceId: peeringId,
      evidence: [{ resourceId: peeringId, fact: `Status ${Status.Code}` }],
      message: `${peeringId} is ${Status.Code}.`,
    });
  }
  const { VpcId: one } = RequesterVpcInfo;
  const { VpcId: two } = AccepterVpcInfo;
  if (one === undefined || two === undefined) {
    const message = `Which VPCs ${peeringId} joins was not read.`;
    return leaveKnown(walk, { code: "UNKNOWN_DESTINATION", resourceId: peeringId, message });
  }
  if (one !== place.vpcId && two !== place.vpcId) {
    const message = `${peeringId} does not join ${place.vpcId} to anything.`;
    return deadEnd(walk, { code: "BAD_STATE", resourceId: peeringId, message });
  }
  const requester = { ...RequesterVpcInfo, VpcId: one };
  const accepter = { ...AccepterVpcInfo, VpcId: two };
  const [own, other] = one === place.vpcId ? [requester, accepter] : [accepter, requester];
  // Whether a VPC that was not read enforces it is not known, and neither is the rest of it.
  if (network.vpcs.has(one) && network.vpcs.has(two)) checkPeeringEncryption(walk, [one, two], peeringId);
  checkRanges(walk, peeringId, own, other);
  return enterPeer(walk, peeringId, own, other);
}

function checkRanges(walk: Walk, peeringId: string, own: Side, other: Side): void {
  const { source, destination } = walk.packet;
  for (const [side, range] of [
    [own, source],
    [other, destination],
  ] as const) {
    const ranges = rangesOf(walk.index, side);
    if (ranges.length === 0 || ranges.some((known) => holdsFor(known, range, walk.cuts))) continue;
    block(walk, {
      code: "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
      resourceId: peeringId,
      message: `${formatRange(range)} is not an address of ${side.VpcId}: a peering connection carries its two VPCs only.`,
    });
  }
}

/** What was read of the VPC itself, else what the peering connection says of it. */
export function rangesOf(
  index: NetworkIndex,
  { VpcId = "", CidrBlock, CidrBlockSet, Ipv6CidrBlockSet }: VpcInfo,
): readonly CidrRange[] {
  const known = index.vpcRanges(VpcId);
  if (known.length > 0) return known;
  return parseCidrs([
    CidrBlock,
    ...(CidrBlockSet ?? []).map((block) => block.CidrBlock),
    ...(Ipv6CidrBlockSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ]);
}

/** Null where one of the Regions was not read. */
export function isInterRegion(own: VpcInfo, other: VpcInfo): boolean | null {
  if (own.Region === undefined || other.Region === undefined) return null;
  return own.Region !== other.Region;
}

function enterPeer(walk: Walk, vpcPeeringConnectionId: string, own: Side, other: Side): WalkEnd {
  const interRegion = isInterRegion(own, other);
  walk.crossings.push({ kind: "peering", vpcPeeringConnectionId, interRegion });
  const { VpcId: vpcId } = other;
  if (!walk.index.network.vpcs.has(vpcId)) {
    return leaveKnown(walk, {
      code: "UNKNOWN_DESTINATION",
      resourceId: vpcId,
      message: `What is in ${vpcId}, behind ${vpcPeeringConnectionId}, was not read: its routes back, network ACLs and security groups are not known.`,
    });
  }
  return deliverInVpc(walk, vpcId);
}
