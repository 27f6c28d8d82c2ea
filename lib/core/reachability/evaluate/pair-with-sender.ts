import type { Target } from "../destinations/target";
import { blockAll, unknownPass, type Checkpoint } from "../filters/checkpoint";
import type { NetworkIndex } from "../index/network-index";
import { publicReceiver } from "../path/public-receiver";
import { coversRange, formatRange, isOneAddress } from "../sets/address-range";
import { PRIVATE_RANGES } from "../sets/special-ranges";
import type { SourceVariant } from "../sources/source-case";
import type { Explanation } from "../trace";

interface Pairing {
  variant: SourceVariant;
  target: Target;
  checkpoints: Checkpoint[];
}

/** From outside, an address is somebody's public one; private ones are named by private senders alone. */
export function pairWithSender(index: NetworkIndex, variant: SourceVariant, target: Target): Pairing {
  if (variant.sender.kind === "endpoint" || target.receiver !== null)
    return { variant, target, checkpoints: [] };
  const { range } = target;
  const isPrivate = PRIVATE_RANGES.some((own) => coversRange(own, range));
  if (variant.sender.kind === "internet" && isPrivate) {
    return { variant, target, checkpoints: [blockAll(fromInternet(formatRange(range)))] };
  }
  const outside = isPrivate ? variant : { ...variant, sender: { kind: "internet" as const } };
  const receiver = isOneAddress(range) ? receiverFor(index, isPrivate, range) : undefined;
  const own = receiver?.addresses.find(
    (address) => address.publicRange?.first === range.first || address.range.first === range.first,
  );
  if (receiver && own) {
    const found = { ...target, receiver, range: { ...own.range }, isFoundByAddress: true as const };
    return { variant: outside, target: found, checkpoints: [] };
  }
  const message = `Nothing read has the address ${formatRange(range)}.`;
  const checkpoints = [unknownPass({ code: "UNKNOWN_DESTINATION", message })];
  return { variant: outside, target, checkpoints };
}

function receiverFor(index: NetworkIndex, isPrivate: boolean, range: Target["range"]) {
  if (!isPrivate) return publicReceiver(index, range.first);
  for (const vpcId of [...index.network.vpcs.keys()].sort()) {
    const endpoint = index.endpointAt(vpcId, range.first);
    if (endpoint) return endpoint;
  }
  return undefined;
}

function fromInternet(address: string): Explanation {
  return {
    code: "NO_POSSIBLE_DESTINATION",
    direction: "forward",
    effect: "connectivity",
    message: `${address} is a private address: nothing on the internet can send to it.`,
  };
}
