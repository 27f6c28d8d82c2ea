import type { Asked } from "../judge/asked";
import { intersectPorts, lowestPort } from "../sets/port-set";
import { after, coversRange, formatAddress, type Address, type AddressRange } from "../sets/address-range";
import { isNoTraffic, protocolNumber, subtractTraffic, trafficMembers, type Traffic } from "../sets/traffic";
import { SOME_PUBLIC_ADDRESS } from "../question/internet-range";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import type { SourceCase } from "../sources/source-case";
import type { Verdict, Witness } from "../trace";
import type { Part } from "./evaluate-pair";

/** A port that Linux picks (32768 to 60999), where the sender may use it. */
const USUAL_PORT = 49152;

/** What a witness packet is chosen from. */
interface Shown {
  index: NetworkIndex;
  source: SourceCase;
  part: Part;
  asked: Asked;
  verdict: Verdict;
  /** The destination has addresses that nobody knows. */
  isPlaceUnknown: boolean;
}

/** One packet of the part that decides: of a reachable one it passes, of any other it does not, or may not. */
export function witnessOf({ index, source, part, asked, verdict, isPlaceUnknown }: Shown): Witness {
  const { judgement, path } = part;
  const blocked = subtractTraffic(asked.traffic, judgement.always);
  const traffic = verdict === "reachable" || isNoTraffic(blocked) ? asked.traffic : blocked;
  const member = trafficMembers.reduceRight((found, one) => (traffic[one].length > 0 ? one : found));
  const nobodys = path.end.kind === "dead" ? path.end.nobodys : undefined;
  const planned = source.variants.flatMap(({ sender }) =>
    sender.kind === "endpoint" ? sender.endpoint : [],
  );
  return {
    protocol: protocolNumber(member, traffic),
    sourceAddress: sample(index, part.source, planned),
    destinationAddress: isPlaceUnknown
      ? null
      : sample(
          index,
          nobodys ?? part.seenAs ?? part.destination,
          path.arrival ? [path.arrival.endpoint] : [],
        ),
    ...portsOf(member, traffic, asked, judgement.answeredPorts, verdict),
  };
}

/** An address of a range: of what has no interface yet, and is somewhere in a subnet, one that it may get. */
function sample(index: NetworkIndex, range: AddressRange, endpoints: readonly Endpoint[]): string {
  const { family, first, last } = range;
  const subnets = endpoints
    .filter(({ networkInterfaceId }) => networkInterfaceId === null)
    .flatMap(({ vpcId, addresses }) => addresses.map((own) => ({ vpcId, range: own.range })));
  const subnet = subnets.find((one) => coversRange(one.range, range));
  if (subnet && first !== last) return formatAddress(family, freeAddress(index, range, subnet));
  const generic = SOME_PUBLIC_ADDRESS[family];
  const isGeneric = generic !== null && first <= generic.first && generic.first <= last && first !== last;
  return formatAddress(family, isGeneric ? generic.first : first);
}

/** AWS keeps the first four addresses of a subnet and its last. Source: VPC User Guide, "Subnet CIDR blocks". */
function freeAddress(
  index: NetworkIndex,
  { first, last }: AddressRange,
  { vpcId, range }: { vpcId: string; range: AddressRange },
): Address {
  let address = first;
  const isKept = () => rank(range.first, address) < 4 || address === range.last;
  while (address < last && (isKept() || index.endpointAt(vpcId, address))) address = after(address);
  return address;
}

function rank(first: Address, address: Address): number {
  return Number(BigInt(address) - BigInt(first));
}

function portsOf(
  member: keyof Traffic,
  traffic: Traffic,
  asked: Asked,
  answered: { tcp: readonly number[]; udp: readonly number[] },
  verdict: Verdict,
): Partial<Witness> {
  if (member === "other") return {};
  const first = lowestPort(traffic[member]);
  if (member === "icmp" || member === "icmpv6") {
    return { icmp: { type: Math.floor(first / 256), code: first % 256 } };
  }
  const usable =
    verdict === "reachable" ? intersectPorts(asked.sourcePorts, answered[member]) : asked.sourcePorts;
  const isUsual = intersectPorts(usable, [USUAL_PORT, USUAL_PORT]).length > 0;
  return { destinationPort: first, sourcePort: isUsual ? USUAL_PORT : lowestPort(usable) };
}
