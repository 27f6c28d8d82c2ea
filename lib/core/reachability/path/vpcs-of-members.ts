import { coverageOf } from "../../network/coverage-of";
import type { NetworkIndex } from "../index/network-index";
import type { AddressRange } from "../sets/address-range";
import { PRIVATE_RANGES, SHARED_RANGES } from "../sets/special-ranges";
import { holdsFor, type Cuts } from "../walk/cuts";
import { peersOfVpc } from "./peers-of-vpc";

/**
 * The VPCs in which somebody with an address may be meant by an outbound rule that names a group: the rule's own, and
 * those that are peered with it within a Region. Undefined: peers that were not read too. Source: VPC User Guide, "Security group referencing".
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
  return peersOfVpc(index, vpcId)
    .filter(({ ranges, interRegion }) => interRegion !== true && (ranges.length === 0 || isIn(ranges)))
    .map((peer) => peer.vpcId);
}
