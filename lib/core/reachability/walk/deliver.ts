import { coverageOf, describeGap } from "../../network/coverage-of";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import type { SubnetPlace } from "../index/subnet-place";
import { coversRange, formatRange, isOneAddress, oneAddress, type AddressRange } from "../sets/address-range";
import { natEndpoint } from "../path/nat-endpoint";
import { RESOLVER_RANGES } from "../sets/special-ranges";
import { portsBetween } from "../sets/port-set";
import { TCP, trafficOf, UDP, uniteTraffic } from "../sets/traffic";
import { holdsFor } from "./cuts";
import {
  addHop,
  block,
  crossAcl,
  deadEnd,
  leaveKnown,
  restrict,
  unknown,
  type Place,
  type Walk,
  type WalkEnd,
} from "./walk";

/** Amazon's resolver answers at two fixed addresses and at the VPC's second; no group and no ACL filters it. */
export function resolverEnd(walk: Walk, { vpcId, subnetId, entry }: Place): WalkEnd | null {
  if (entry !== "interface") return null;
  const [primary] = walk.index.vpcRanges(vpcId);
  const second: AddressRange[] = primary?.family === 4 ? [oneAddress(4, Number(primary.first) + 2)] : [];
  const isResolver = [...RESOLVER_RANGES, ...second].some((range) =>
    holdsFor(range, walk.packet.destination, walk.cuts),
  );
  if (!isResolver || walk.direction === "return") return null;
  addHop(walk, "dns", vpcId);
  checkResolver(walk, vpcId);
  return { kind: "resolver", vpcId, subnetId };
}

const DNS = uniteTraffic(trafficOf(TCP, portsBetween(53, 53)), trafficOf(UDP, portsBetween(53, 53)));

function checkResolver(walk: Walk, vpcId: string): void {
  const { network } = walk.index;
  const support = network.vpcAttributes.get(vpcId)?.resource.EnableDnsSupport?.Value;
  if (support === undefined) {
    const call = "DescribeVpcAttribute";
    const gap = describeGap(call, coverageOf(network, call, network.vpcs.get(vpcId)));
    const message = `Whether the resolver of ${vpcId} is on is not known: ${gap ?? `no answer names ${vpcId}`}.`;
    unknown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: vpcId, message });
  }
  if (support === false) {
    const message = `The resolver of ${vpcId} is off: enableDnsSupport is false.`;
    block(walk, { code: "DNS_RESOLUTION_DISABLED", resourceId: vpcId, message });
  }
  restrict(walk, DNS, {
    code: "PROTOCOL_RESTRICTION",
    resourceId: vpcId,
    message: "Amazon's resolver answers on port 53 only.",
  });
}

/** To whichever subnet of the VPC has the address. */
export function deliverInVpc(walk: Walk, place: Pick<Place, "vpcId" | "subnetId">): WalkEnd {
  const { vpcId } = place;
  const { destination } = walk.packet;
  const subnet = walk.index.subnetsOfVpc(vpcId).find(
    ({ ranges }) =>
      // Every range is tried, so that a destination which spans several subnets is cut at each.
      ranges.filter((range) => holdsFor(range, destination, walk.cuts)).length > 0,
  );
  addHop(walk, "vpc", vpcId);
  if (!subnet) {
    const endpoint = isOneAddress(destination) ? walk.index.endpointAt(vpcId, destination.first) : undefined;
    if (endpoint) return deliverToUnreadSubnet(walk, place, endpoint);
  }
  if (!subnet) return nowhere(walk, vpcId, "DescribeSubnets", `No subnet of ${vpcId} contains`);
  addHop(walk, "subnet", subnet.subnetId);
  if (place.subnetId !== subnet.subnetId) crossAcl(walk, subnet.subnetId, false);
  return deliverInSubnet(walk, subnet);
}

/** An interface tells its subnet, whether or not that was read. */
function deliverToUnreadSubnet(walk: Walk, place: Pick<Place, "subnetId">, endpoint: Endpoint): WalkEnd {
  addHop(walk, "subnet", endpoint.subnetId);
  if (place.subnetId !== endpoint.subnetId) crossAcl(walk, endpoint.subnetId, false);
  return { kind: "endpoint", endpoint };
}

/** To whichever interface in the subnet has the address. */
export function deliverInSubnet(walk: Walk, subnet: SubnetPlace): WalkEnd {
  const { packet, receiver, index } = walk;
  const { destination } = packet;
  if (receiver?.subnetId === subnet.subnetId) {
    const isIts = receiver.addresses.some(({ range }) => coversRange(range, destination));
    if (isIts) return { kind: "endpoint", endpoint: receiver };
  }
  const far = `No network interface in ${subnet.subnetId} has`;
  if (isOneAddress(destination)) {
    const endpoint = index.endpointAt(subnet.vpcId, destination.first) ?? prefixOwner(walk, subnet);
    const own = endpoint ?? natGatewayAt(index, subnet, destination);
    if (own) return { kind: "endpoint", endpoint: own };
    return nowhere(walk, subnet.subnetId, "DescribeNetworkInterfaces", far);
  }
  return deliverRange(walk, subnet, far);
}

/** Every address of a range must be somebody's; the first that is nobody's settles it. */
function deliverRange(walk: Walk, subnet: SubnetPlace, far: string): WalkEnd {
  const { destination } = walk.packet;
  const owned = walk.index
    .endpointsOfSubnet(subnet.subnetId)
    .flatMap(({ addresses }) => addresses.map(({ range }) => range))
    .filter((range) => coversRange(destination, range));
  const size = BigInt(destination.last) - BigInt(destination.first) + 1n;
  const own = owned.reduce((sum, range) => sum + BigInt(range.last) - BigInt(range.first) + 1n, 0n);
  if (own < size) return nowhere(walk, subnet.subnetId, "DescribeNetworkInterfaces", far);
  for (const range of owned) walk.cuts.add(destination, range);
  return { kind: "dead" };
}

/** A NAT gateway tells its address, whether or not its interface was read. */
function natGatewayAt(
  index: NetworkIndex,
  { vpcId, subnetId }: SubnetPlace,
  { first }: AddressRange,
): Endpoint | undefined {
  for (const [natGatewayId, { resource }] of index.network.natGateways) {
    if (resource.SubnetId !== subnetId || resource.State === "failed" || resource.State === "deleted")
      continue;
    const gateway = natEndpoint(index, { natGatewayId, vpcId, subnetId, zones: [] });
    if (gateway.addresses.some(({ range }) => range.first === first && isOneAddress(range))) return gateway;
  }
  return undefined;
}

function prefixOwner(walk: Walk, subnet: SubnetPlace) {
  return walk.index
    .endpointsOfSubnet(subnet.subnetId)
    .find(({ addresses }) => addresses.some(({ range }) => coversRange(range, walk.packet.destination)));
}

function nowhere(
  walk: Walk,
  resourceId: string,
  call: "DescribeSubnets" | "DescribeNetworkInterfaces",
  message: string,
): WalkEnd {
  const { network } = walk.index;
  const located = network.subnets.get(resourceId) ?? network.vpcs.get(resourceId);
  const gap = describeGap(call, coverageOf(network, call, located));
  const far = formatRange(walk.packet.destination);
  if (gap !== undefined) {
    return leaveKnown(walk, {
      code: "NOT_EVALUATED_UNREAD",
      resourceId,
      message: `Who has ${far} in ${resourceId} is not known: ${gap}.`,
    });
  }
  return deadEnd(walk, { code: "NO_POSSIBLE_DESTINATION", resourceId, message: `${message} ${far}.` });
}
