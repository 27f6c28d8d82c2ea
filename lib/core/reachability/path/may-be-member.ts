import { coverageOf } from "../../network/coverage-of";
import type { NetworkIndex } from "../index/network-index";
import { rangesOverlap, type AddressRange } from "../sets/address-range";
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
  for (const { resource } of network.vpcPeeringConnections.values()) {
    const { RequesterVpcInfo: one = {}, AccepterVpcInfo: other = {}, Status } = resource;
    if (Status?.Code !== undefined && Status.Code !== "active") continue;
    if (one.VpcId !== vpcId && other.VpcId !== vpcId) continue;
    const ranges = rangesOf(index, one.VpcId === vpcId ? other : one);
    if (ranges.length === 0 || ranges.some((far) => rangesOverlap(far, range))) return true;
  }
  return false;
}

/** Nobody takes public IPv4 addresses for a VPC that is peered with others. */
function isLikeAPeer(range: AddressRange): boolean {
  return range.family === 6 || [...PRIVATE_RANGES, ...SHARED_RANGES].some((own) => rangesOverlap(own, range));
}
