import type { Target } from "../destinations/target";
import { blockAll, unknownPass, type Checkpoint } from "../filters/checkpoint";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { idleAddresses, leadsNowhere, publicAddressesIn, publicReceiver } from "../path/public-receiver";
import {
  coversRange,
  formatRange,
  isOneAddress,
  rangesOverlap,
  type AddressRange,
} from "../sets/address-range";
import { LINK_LOCAL_RANGES, NOBODYS_RANGES, PRIVATE_RANGES, SHARED_RANGES } from "../sets/special-ranges";
import type { SourceVariant } from "../sources/source-case";
import type { Explanation } from "../trace";

interface Pairing {
  variant: SourceVariant;
  target: Target;
  checkpoints: Checkpoint[];
}

const MOST_ADDRESSES = 256;

/** From outside, whoever is known to have an address of a range is asked about by itself, and then the rest is. */
export function targetsFrom(index: NetworkIndex, { sender }: SourceVariant, target: Target): Target[] {
  const { range, receiver, isInternetAtLarge } = target;
  if (sender.kind === "endpoint" || receiver !== null || isInternetAtLarge || isOneAddress(range))
    return [target];
  const known = [...publicAddressesIn(index, range), ...privateAddressesIn(index, range)];
  if (known.length > MOST_ADDRESSES) return [target];
  const isWhole = BigInt(known.length) > BigInt(range.last) - BigInt(range.first);
  return [...known.map((own) => ({ ...target, range: own })), ...(isWhole ? [] : [target])];
}

const NOT_PUBLIC = [...PRIVATE_RANGES, ...SHARED_RANGES];

/** Private; and to a private sender any address of a VPC, which may be one that the internet knows as somebody else's. */
function isInside(
  { network, vpcRanges }: NetworkIndex,
  { sender }: SourceVariant,
  range: AddressRange,
): boolean {
  const ofVpcs = () => [...network.vpcs.keys()].flatMap(vpcRanges);
  const isIn = (ranges: readonly AddressRange[]) => ranges.some((own) => coversRange(own, range));
  return isIn(NOT_PUBLIC) || (sender.kind === "on-premises" && isIn(ofVpcs()));
}

/** Once, though VPCs that nothing joins may have the same. */
function privateAddressesIn(index: NetworkIndex, outer: AddressRange): AddressRange[] {
  if (!NOT_PUBLIC.some((own) => coversRange(own, outer))) return [];
  const all = [...index.network.networkInterfaces.keys()]
    .flatMap((id) => index.endpoint(id)?.addresses ?? [])
    .map(({ range }) => range)
    .filter((range) => isOneAddress(range) && coversRange(outer, range));
  return [...new Map(all.map((range) => [range.first, range])).values()];
}

/** From outside, an address is somebody's public one; private ones are named by private senders alone. */
export function pairWithSender(index: NetworkIndex, variant: SourceVariant, target: Target): Pairing {
  if (variant.sender.kind === "endpoint") return { variant, target, checkpoints: [] };
  const { range } = target;
  const nobodys = [variant, target].flatMap((end) => neverSentOf(end));
  if (nobodys[0]) return { variant, target, checkpoints: [blockAll(neverSent(formatRange(nobodys[0])))] };
  if (target.receiver !== null) {
    return { variant, target: seenFrom(variant, target, target.receiver), checkpoints: [] };
  }
  const isPrivate = isInside(index, variant, range);
  if (variant.sender.kind === "internet" && isPrivate) {
    return { variant, target, checkpoints: [blockAll(fromInternet(formatRange(range)))] };
  }
  const outside = isPrivate ? variant : { ...variant, sender: { kind: "internet" as const } };
  const receivers = isOneAddress(range) ? receiversFor(index, isPrivate, range) : [];
  const [receiver, ...others] = receivers;
  const own = receiver?.addresses.find(
    (address) => address.publicRange?.first === range.first || address.range.first === range.first,
  );
  if (receiver && own && others.length === 0) {
    const seenAs = isPrivate || !own.publicRange ? {} : { seenAs: own.publicRange };
    const found = {
      ...target,
      receiver,
      range: { ...own.range },
      isFoundByAddress: true as const,
      ...seenAs,
    };
    return { variant: outside, target: found, checkpoints: [] };
  }
  if (!receiver && idleAddresses(index).has(range.first) && isOneAddress(range)) {
    const idle = { ...fromInternet(formatRange(range)), ...leadsNowhere(formatRange(range)) };
    return { variant: outside, target, checkpoints: [blockAll(idle)] };
  }
  const message =
    others.length === 0
      ? `Nothing read has the address ${formatRange(range)}.`
      : `Which of several interfaces with the address ${formatRange(range)} is meant is not known.`;
  const checkpoints = [unknownPass({ code: "UNKNOWN_DESTINATION", message })];
  return { variant: outside, target, checkpoints };
}

const NEVER_SENT = [...NOBODYS_RANGES, ...LINK_LOCAL_RANGES];

/** Of a range every address counts; the internet at large holds none of these. */
function neverSentOf({
  range,
  isInternetAtLarge,
}: Pick<Target, "range" | "isInternetAtLarge">): AddressRange[] {
  if (isInternetAtLarge) return [];
  return NEVER_SENT.filter((own) => rangesOverlap(own, range)).map((own) =>
    coversRange(own, range) ? range : own,
  );
}

/** From the internet an interface is met at whichever of its addresses has a public one; at its first elsewhere. */
function seenFrom({ sender }: SourceVariant, target: Target, { addresses }: Endpoint): Target {
  if (sender.kind !== "internet" || target.range.family === 6) return target;
  const seen = addresses.filter((one) => one.range.family === 4 && one.publicRange !== null);
  const own = seen.find(({ range }) => range.first === target.range.first) ?? seen[0];
  if (!own?.publicRange) return target;
  const range = own.range.first === target.range.first ? target.range : { ...own.range };
  return { ...target, range, seenAs: own.publicRange };
}

/** VPCs that nothing joins may have the same private addresses. */
function receiversFor(index: NetworkIndex, isPrivate: boolean, range: Target["range"]): Endpoint[] {
  if (!isPrivate) return [publicReceiver(index, range.first)].flatMap((found) => found ?? []);
  return [...index.network.vpcs.keys()].flatMap((vpcId) => index.endpointAt(vpcId, range.first) ?? []);
}

function neverSent(address: string): Explanation {
  return {
    code: "NO_POSSIBLE_DESTINATION",
    direction: "forward",
    effect: "connectivity",
    message: `No network carries packets of ${address}: it is link-local, or the address of no host.`,
  };
}

function fromInternet(address: string): Explanation {
  return {
    code: "NO_POSSIBLE_DESTINATION",
    direction: "forward",
    effect: "connectivity",
    message: `${address} is a private address: nothing on the internet can send to it.`,
  };
}
