import type { Asked } from "../judge/asked";
import { intersectPorts, lowestPort } from "../sets/port-set";
import { formatAddress } from "../sets/address-range";
import { isNoTraffic, protocolNumber, subtractTraffic, trafficMembers, type Traffic } from "../sets/traffic";
import { SOME_PUBLIC_ADDRESS } from "../question/internet-range";
import type { Verdict, Witness } from "../trace";
import type { Part } from "./evaluate-pair";

/** A port that Linux picks (32768 to 60999), where the sender may use it. */
const USUAL_PORT = 49152;

/** One packet of the part that decides: of a reachable one it passes, of any other it does not, or may not. */
export function witnessOf({ source, destination, judgement }: Part, asked: Asked, verdict: Verdict): Witness {
  const blocked = subtractTraffic(asked.traffic, judgement.always);
  const traffic = verdict === "reachable" || isNoTraffic(blocked) ? asked.traffic : blocked;
  const member = trafficMembers.reduceRight((found, one) => (traffic[one].length > 0 ? one : found));
  return {
    protocol: protocolNumber(member, traffic),
    sourceAddress: sample(source),
    destinationAddress: sample(destination),
    ...portsOf(member, traffic, asked, judgement.answeredPorts, verdict),
  };
}

function sample({ family, first, last }: Part["source"]): string {
  const generic = SOME_PUBLIC_ADDRESS[family];
  const isGeneric = generic !== null && first <= generic.first && generic.first <= last && first !== last;
  return formatAddress(family, isGeneric ? generic.first : first);
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
