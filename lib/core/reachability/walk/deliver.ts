import { attributeGap } from "../destinations/name-resolution";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { subnetWith, type SubnetPlace } from "../index/subnet-place";
import { coversRange, formatRange, isOneAddress, oneAddress, type AddressRange } from "../sets/address-range";
import { natEndpoint } from "../path/nat-endpoint";
import { firstGap } from "../sets/first-gap";
import { RESOLVER_RANGES } from "../sets/special-ranges";
import { portsBetween } from "../sets/port-set";
import { TCP, trafficOf, UDP, uniteTraffic } from "../sets/traffic";
import { holdsFor } from "./cuts";
import { gapIn } from "./unread";
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
  // Somebody who is named has another address, wherever in the first subnet that is.
  if (walk.receiver !== null) return null;
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
    const message = `Whether the resolver of ${vpcId} is on is not known: ${attributeGap(walk.index, vpcId)}.`;
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
export function deliverInVpc(walk: Walk, vpcId: string): WalkEnd {
  const subnet = subnetFor(walk, vpcId);
  addHop(walk, "vpc", vpcId);
  // An interface tells its subnet, whether or not that was read.
  const endpoint = subnet ? undefined : ownerIn(walk, vpcId);
  const subnetId = subnet?.subnetId ?? endpoint?.subnetId;
  if (subnetId !== undefined) {
    addHop(walk, "subnet", subnetId);
    crossAcl(walk, subnetId, false);
  }
  if (subnet) return deliverInSubnet(walk, subnet);
  if (endpoint) return { kind: "endpoint", endpoint };
  // Interfaces are known of subnets that were not read.
  const known = walk.index.endpointsOfVpc(vpcId);
  return deliverRange(walk, { vpcId, subnetId: null }, `No subnet of ${vpcId} contains`, known);
}

/** Every range is tried, so that a destination which spans several subnets is cut at each. */
function subnetFor({ index, cuts, packet: { destination } }: Walk, vpcId: string): SubnetPlace | undefined {
  if (isOneAddress(destination)) return subnetWith(index, vpcId, destination);
  return index
    .subnetsOfVpc(vpcId)
    .find(({ ranges }) => ranges.filter((range) => holdsFor(range, destination, cuts)).length > 0);
}

/** Where somebody unread may have some addresses of a range, those who are known are asked about one by one. */
export function cutAtKnown(walk: Walk, endpoints: readonly Endpoint[]): void {
  const { destination } = walk.packet;
  for (const range of rangesWithin(destination, endpoints)) holdsFor(range, destination, walk.cuts);
}

/** Whose address it is that the packet goes to, where it is one address. */
export function ownerIn({ index, packet: { destination } }: Walk, vpcId: string): Endpoint | undefined {
  return isOneAddress(destination) ? index.endpointAt(vpcId, destination.first) : undefined;
}

/** To whichever interface in the subnet has the address. */
export function deliverInSubnet(walk: Walk, subnet: SubnetPlace): WalkEnd {
  const { receiver, index } = walk;
  const { destination } = walk.packet;
  const isReceivers =
    receiver?.subnetId === subnet.subnetId &&
    receiver.addresses.some(({ range }) => coversRange(range, destination));
  if (isReceivers) return { kind: "endpoint", endpoint: receiver };
  const far = `No network interface in ${subnet.subnetId} has`;
  if (isOneAddress(destination)) {
    const endpoint = index.endpointAt(subnet.vpcId, destination.first) ?? prefixOwner(walk, subnet);
    const own = endpoint ?? natGatewayAt(index, subnet, destination);
    if (own) return { kind: "endpoint", endpoint: own };
    return nowhere(walk, subnet, far);
  }
  const known = [...index.endpointsOfSubnet(subnet.subnetId), ...natGatewaysIn(index, subnet)];
  return deliverRange(walk, subnet, far, known);
}

/** Every address of a range must be somebody's; the first that is nobody's settles it. */
function deliverRange(
  walk: Walk,
  place: Pick<Place, "vpcId" | "subnetId">,
  far: string,
  endpoints: readonly Endpoint[],
): WalkEnd {
  const { destination } = walk.packet;
  const owned = rangesWithin(destination, endpoints);
  const nobodys = firstGap(destination, owned);
  const end: WalkEnd = nobodys ? nowhere(walk, place, far, nobodys) : { kind: "dead" };
  if (!nobodys || end.kind === "beyond") cutAtKnown(walk, endpoints);
  return end.kind === "dead" ? { ...end, nobodys } : end;
}

/** Each address that some of these have within a range, once. */
function rangesWithin(outer: AddressRange, endpoints: readonly Endpoint[]): AddressRange[] {
  const all = endpoints.flatMap(({ addresses }) => addresses.map(({ range }) => range));
  const within = all.filter((range) => coversRange(outer, range));
  return [...new Map(within.map((range) => [range.first, range])).values()];
}

function natGatewayAt(
  index: NetworkIndex,
  subnet: SubnetPlace,
  { first }: AddressRange,
): Endpoint | undefined {
  return natGatewaysIn(index, subnet).find(({ addresses }) =>
    addresses.some(({ range }) => range.first === first),
  );
}

/** A NAT gateway tells its address, whether or not its interface was read. */
function natGatewaysIn(index: NetworkIndex, { vpcId, subnetId }: SubnetPlace): Endpoint[] {
  return [...index.network.natGateways.values()]
    .map(({ resource }) => resource)
    .filter(({ SubnetId, State }) => SubnetId === subnetId && State !== "failed" && State !== "deleted")
    .map((gateway) => natEndpoint(index, { gateway, vpcId, zones: [] }))
    .map((one) => ({ ...one, addresses: one.addresses.filter(({ range }) => isOneAddress(range)) }));
}

function prefixOwner(walk: Walk, subnet: SubnetPlace) {
  return walk.index
    .endpointsOfSubnet(subnet.subnetId)
    .find(({ addresses }) => addresses.some(({ range }) => coversRange(range, walk.packet.destination)));
}

function nowhere(
  walk: Walk,
  { vpcId, subnetId }: Pick<Place, "vpcId" | "subnetId">,
  message: string,
  nobodys: AddressRange = walk.packet.destination,
): WalkEnd {
  const call = subnetId === null ? "DescribeSubnets" : "DescribeNetworkInterfaces";
  const gap = gapIn(walk.index.network, call, vpcId);
  const resourceId = subnetId ?? vpcId;
  const far = formatRange(walk.packet.destination);
  if (gap !== undefined) {
    return leaveKnown(walk, {
      code: "NOT_EVALUATED_UNREAD",
      resourceId,
      message: `Who has ${far} in ${resourceId} is not known: ${gap}.`,
    });
  }
  return deadEnd(walk, {
    code: "NO_POSSIBLE_DESTINATION",
    resourceId,
    message: `${message} ${formatRange(nobodys)}.`,
  });
}
