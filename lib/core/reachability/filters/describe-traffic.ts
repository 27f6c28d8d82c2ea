import { ALL_PORTS, pairsOf, type PortSet } from "../sets/port-set";
import { ALL_TRAFFIC, trafficMembers, type Traffic } from "../sets/traffic";

/** `tcp 5432`, `tcp 80-90, udp`, `all traffic`: as a person reads it. */
export function describeTraffic(traffic: Traffic): string {
  if (trafficMembers.every((member) => isWhole(member, traffic))) return "all traffic";
  const parts = trafficMembers.flatMap((member) => {
    const set = traffic[member];
    if (set.length === 0) return [];
    if (member === "other") return isWhole(member, traffic) ? "other protocols" : `protocol ${list(set)}`;
    if (isWhole(member, traffic)) return member;
    return member === "tcp" || member === "udp" ? `${member} ${list(set)}` : `${member} ${icmp(set)}`;
  });
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

function isWhole(member: keyof Traffic, traffic: Traffic): boolean {
  const whole = member === "other" ? ALL_TRAFFIC.other : ALL_PORTS;
  const set = traffic[member];
  return set.length === whole.length && set.every((value, index) => value === whole[index]);
}

const SHOWN = 6;

function list(set: PortSet): string {
  return shorten(pairsOf(set).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)));
}

function icmp(set: PortSet): string {
  const types = pairsOf(set).map(([from, to]) => {
    const first = Math.floor(from / 256);
    const last = Math.floor(to / 256);
    if (first !== last) return `types ${first}-${last}`;
    return from % 256 === 0 && to % 256 === 255 ? `type ${first}` : `type ${first} code ${from % 256}`;
  });
  return shorten(types);
}

function shorten(texts: readonly string[]): string {
  return texts.length > SHOWN ? `${texts.slice(0, SHOWN).join(", ")}, …` : texts.join(", ");
}
