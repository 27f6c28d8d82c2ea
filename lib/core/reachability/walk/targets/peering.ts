import type { VpcPeeringConnectionVpcInfo } from "@aws-sdk/client-ec2";
import { coverageOf, describeGap } from "../../../network/coverage-of";
import type { Recorded } from "../../../network/resources";
import type { NetworkIndex } from "../../index/network-index";
import { formatRange, parseCidr, type CidrRange } from "../../sets/address-range";
import { holdsFor } from "../cuts";
import { deliverInVpc } from "../deliver";
import { checkPeeringEncryption } from "../gates/encryption-control";
import { addHop, block, deadEnd, leaveKnown, type Place, type Walk, type WalkEnd } from "../walk";

type Side = Recorded<VpcPeeringConnectionVpcInfo>;

/**
 * Over a peering connection to the other VPC: addresses of the two VPCs only, so nothing passes on from a third network
 * and nothing uses the other's gateways. Source: VPC Peering Guide, "Limitations".
 */
export function toPeeringConnection(walk: Walk, place: Place, peeringId: string): WalkEnd {
  const { network } = walk.index;
  addHop(walk, "vpc-peering-connection", peeringId);
  const peering = network.vpcPeeringConnections.get(peeringId)?.resource;
  if (!peering) {
    const gap = describeGap(
      "DescribeVpcPeeringConnections",
      coverageOf(network, "DescribeVpcPeeringConnections"),
    );
    if (gap === undefined) {
      return deadEnd(walk, {
        code: "BAD_STATE",
        resourceId: peeringId,
        message: `${peeringId} does not exist any more.`,
      });
    }
    const message = `Where ${peeringId} leads is not known: ${gap}.`;
    return leaveKnown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: peeringId, message });
  }
  const { Status, RequesterVpcInfo = {}, AccepterVpcInfo = {} } = peering;
  if (Status?.Code !== undefined && Status.Code !== "active") {
    block(walk, {
      code: "BAD_STATE",
      resourceId: peeringId,
      evidence: [{ resourceId: peeringId, fact: `Status ${Status.Code}` }],
      message: `${peeringId} is ${Status.Code}.`,
    });
  }
  const isRequester = RequesterVpcInfo.VpcId === place.vpcId;
  if (!isRequester && AccepterVpcInfo.VpcId !== place.vpcId) {
    return deadEnd(walk, {
      code: "BAD_STATE",
      resourceId: peeringId,
      message: `${peeringId} does not join ${place.vpcId} to anything.`,
    });
  }
  const [own, other] = isRequester
    ? [RequesterVpcInfo, AccepterVpcInfo]
    : [AccepterVpcInfo, RequesterVpcInfo];
  // Whether a VPC that was not read enforces it is not known, and neither is the rest of it.
  const sides = [own.VpcId, other.VpcId].flatMap((id) =>
    id !== undefined && network.vpcs.has(id) ? [id] : [],
  );
  if (sides.length === 2) checkPeeringEncryption(walk, sides, peeringId);
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
      message: `${formatRange(range)} is not an address of ${side.VpcId ?? "the other VPC"}: a peering connection carries its two VPCs only.`,
    });
  }
}

/** What was read of the VPC itself, else what the peering connection says of it. */
export function rangesOf(
  index: NetworkIndex,
  { VpcId, CidrBlock, CidrBlockSet, Ipv6CidrBlockSet }: Side,
): readonly CidrRange[] {
  const known = VpcId === undefined ? [] : index.vpcRanges(VpcId);
  if (known.length > 0) return known;
  const texts = [
    CidrBlock,
    ...(CidrBlockSet ?? []).map((block) => block.CidrBlock),
    ...(Ipv6CidrBlockSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ];
  return texts.flatMap((text) => (text ? (parseCidr(text) ?? []) : []));
}

function enterPeer(walk: Walk, vpcPeeringConnectionId: string, own: Side, other: Side): WalkEnd {
  const interRegion =
    own.Region === undefined || other.Region === undefined ? null : own.Region !== other.Region;
  walk.crossings.push({ kind: "peering", vpcPeeringConnectionId, interRegion });
  const vpcId = other.VpcId;
  if (vpcId === undefined || !walk.index.network.vpcs.has(vpcId)) {
    return leaveKnown(walk, {
      code: "UNKNOWN_DESTINATION",
      resourceId: vpcId ?? vpcPeeringConnectionId,
      message: `What is in ${vpcId ?? "the other VPC"}, behind ${vpcPeeringConnectionId}, was not read: its routes back, network ACLs and security groups are not known.`,
    });
  }
  return deliverInVpc(walk, { vpcId, subnetId: null });
}
