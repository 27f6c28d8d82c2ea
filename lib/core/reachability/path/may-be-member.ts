import { coverageOf } from "../../network/coverage-of";
import { oncePerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";
import { rangesOverlap, type AddressRange, type CidrRange } from "../sets/address-range";
import { PRIVATE_RANGES, SHARED_RANGES } from "../sets/special-ranges";
import { rangesOf } from "../walk/targets/peering";

/**
 * Whether somebody with an address may be meant by an outbound rule that names a group: somebody of the same VPC, or of
 * one that is peered with it. Source: VPC User Guide, "Security group referencing".
 */
export function mayBeMember(index: NetworkIndex, vpcId: string, range: AddressRange): boolean {
  const { network } = index;
  if (index.vpcRanges(vpcId).some((own) => rangesOverlap(own, range))) return true;
  const arePeersRead =
    coverageOf(network, "DescribeVpcPeeringConnections", network.vpcs.get(vpcId)).status === "ok";
  if (!arePeersRead && isLikeAPeer(range)) return true;
  const peers = peersByVpc(index).get(vpcId) ?? [];
  return peers.some((ranges) => ranges.length === 0 || ranges.some((far) => rangesOverlap(far, range)));
}

/** The ranges of each peer of a VPC, empty where they are not known. */
const peersByVpc = oncePerIndex((index) => {
  const peers = new Map<string | undefined, (readonly CidrRange[])[]>();
  for (const { resource } of index.network.vpcPeeringConnections.values()) {
    const { RequesterVpcInfo: requester = {}, AccepterVpcInfo: accepter = {}, Status } = resource;
    if (Status?.Code !== undefined && Status.Code !== "active") continue;
    for (const [own, other] of [
      [requester, accepter],
      [accepter, requester],
    ] as const) {
      const known = peers.get(own.VpcId) ?? [];
      known.push(rangesOf(index, other));
      peers.set(own.VpcId, known);
    }
  }
  return peers;
});

/** Nobody takes public IPv4 addresses for a VPC that is peered with others. */
function isLikeAPeer(range: AddressRange): boolean {
  return range.family === 6 || [...PRIVATE_RANGES, ...SHARED_RANGES].some((own) => rangesOverlap(own, range));
}
