import { coverageOf } from "../../network/coverage-of";
import { oncePerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";
import type { AddressRange, CidrRange } from "../sets/address-range";
import { PRIVATE_RANGES, SHARED_RANGES } from "../sets/special-ranges";
import { holdsFor, type Cuts } from "../walk/cuts";
import { rangesOf } from "../walk/targets/peering";

/**
 * The VPCs in which somebody with an address may be meant by an outbound rule that names a group: the rule's own, and
 * those that are peered with it. Undefined: peers that were not read too. Source: VPC User Guide, "Security group referencing".
 */
export function vpcsOfMembers(
  index: NetworkIndex,
  vpcId: string,
  range: AddressRange,
  cuts: Cuts,
): string[] | undefined {
  const { network } = index;
  const isIn = (ranges: readonly AddressRange[]) => ranges.some((one) => holdsFor(one, range, cuts));
  // The ranges of peers do not overlap.
  if (isIn(index.vpcRanges(vpcId))) return [vpcId];
  const vpc = network.vpcs.get(vpcId);
  const isRead = vpc && coverageOf(network, "DescribeVpcPeeringConnections", vpc).status === "ok";
  // Nobody takes public IPv4 addresses for a VPC that is peered with others.
  if (!isRead && (range.family === 6 || isIn([...PRIVATE_RANGES, ...SHARED_RANGES]))) return undefined;
  return (peersByVpc(index).get(vpcId) ?? [])
    .filter(({ ranges }) => ranges.length === 0 || isIn(ranges))
    .map((peer) => peer.vpcId);
}

interface Peer {
  vpcId: string;
  /** Empty where they are not known. */
  ranges: readonly CidrRange[];
}

const peersByVpc = oncePerIndex((index) => {
  const peers = new Map<string | undefined, Peer[]>();
  for (const { resource } of index.network.vpcPeeringConnections.values()) {
    const { RequesterVpcInfo: requester = {}, AccepterVpcInfo: accepter = {}, Status } = resource;
    if (Status?.Code !== undefined && Status.Code !== "active") continue;
    for (const [own, other] of [
      [requester, accepter],
      [accepter, requester],
    ] as const) {
      const known = peers.get(own.VpcId) ?? [];
      known.push({ vpcId: other.VpcId ?? "", ranges: rangesOf(index, other) });
      peers.set(own.VpcId, known);
    }
  }
  return peers;
});
