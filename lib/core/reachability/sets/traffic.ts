import {
  ALL_PORTS,
  coversPorts,
  intersectPorts,
  lowestPort,
  NO_PORTS,
  portsBetween,
  sharesPorts,
  subtractPorts,
  uniteAllPorts,
  unitePorts,
  type PortSet,
} from "./port-set";

/**
 * A set of packets by protocol: destination ports of TCP and UDP, ICMP as `type * 256 + code`, and under `other` the
 * numbers of all other protocols, which have no ports.
 */
export interface Traffic {
  tcp: PortSet;
  udp: PortSet;
  icmp: PortSet;
  icmpv6: PortSet;
  other: PortSet;
}

export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;
export const ICMPV6 = 58;

const NAMED: PortSet = [ICMP, ICMP, TCP, TCP, UDP, UDP, ICMPV6, ICMPV6];
const ALL_OTHER: PortSet = subtractPorts(portsBetween(0, 255), NAMED);

export const NO_TRAFFIC: Traffic = {
  tcp: NO_PORTS,
  udp: NO_PORTS,
  icmp: NO_PORTS,
  icmpv6: NO_PORTS,
  other: NO_PORTS,
};
export const ALL_TRAFFIC: Traffic = {
  tcp: ALL_PORTS,
  udp: ALL_PORTS,
  icmp: ALL_PORTS,
  icmpv6: ALL_PORTS,
  other: ALL_OTHER,
};

const MEMBERS = ["tcp", "udp", "icmp", "icmpv6", "other"] as const;
export type TrafficMember = (typeof MEMBERS)[number];
export const trafficMembers: readonly TrafficMember[] = MEMBERS;

const memberOfProtocol: ReadonlyMap<number, TrafficMember> = new Map([
  [TCP, "tcp"],
  [UDP, "udp"],
  [ICMP, "icmp"],
  [ICMPV6, "icmpv6"],
]);

/** All packets of one protocol, or those of `ports` where it has any. */
export function trafficOf(protocol: number, ports: PortSet = ALL_PORTS): Traffic {
  const member = memberOfProtocol.get(protocol);
  // Set afterwards: a million rules that are made with a computed name take three times as long.
  const traffic = { ...NO_TRAFFIC };
  if (member === undefined) traffic.other = [protocol, protocol];
  else traffic[member] = ports;
  return traffic;
}

/** The number of a member, or the first number of `other`. */
export function protocolNumber(member: TrafficMember, traffic: Traffic): number {
  for (const [number, name] of memberOfProtocol) if (name === member) return number;
  return lowestPort(traffic.other);
}

export function uniteTraffic(left: Traffic, right: Traffic): Traffic {
  if (left === NO_TRAFFIC || right === ALL_TRAFFIC) return right;
  if (right === NO_TRAFFIC || left === ALL_TRAFFIC) return left;
  return combine(left, right, unitePorts);
}

/** All that any of them holds. */
export function uniteAllTraffic(parts: readonly Traffic[]): Traffic {
  const [only = NO_TRAFFIC, ...more] = parts;
  if (more.length === 0) return only;
  if (parts.includes(ALL_TRAFFIC)) return ALL_TRAFFIC;
  const united = (member: TrafficMember) => uniteAllPorts(parts.map((one) => one[member]));
  return {
    tcp: united("tcp"),
    udp: united("udp"),
    icmp: united("icmp"),
    icmpv6: united("icmpv6"),
    other: united("other"),
  };
}

export function intersectTraffic(left: Traffic, right: Traffic): Traffic {
  if (left === ALL_TRAFFIC || right === NO_TRAFFIC || left === right) return right;
  if (right === ALL_TRAFFIC || left === NO_TRAFFIC) return left;
  return combine(left, right, intersectPorts);
}

/** Whether any packet is in both. */
export function sharesTraffic(left: Traffic, right: Traffic): boolean {
  return MEMBERS.some((member) => sharesPorts(left[member], right[member]));
}

/** What is in `left` and not in `right`. */
export function subtractTraffic(left: Traffic, right: Traffic): Traffic {
  if (right === NO_TRAFFIC) return left;
  if (right === ALL_TRAFFIC || left === right) return NO_TRAFFIC;
  return combine(left, right, subtractPorts);
}

export function isNoTraffic(traffic: Traffic): boolean {
  return traffic === NO_TRAFFIC || MEMBERS.every((member) => traffic[member].length === 0);
}

/** Whether `left` holds all of `right`. */
export function coversTraffic(left: Traffic, right: Traffic): boolean {
  return left === ALL_TRAFFIC || MEMBERS.every((member) => coversPorts(left[member], right[member]));
}

function combine(
  left: Traffic,
  right: Traffic,
  operation: (left: PortSet, right: PortSet) => PortSet,
): Traffic {
  return {
    tcp: operation(left.tcp, right.tcp),
    udp: operation(left.udp, right.udp),
    icmp: operation(left.icmp, right.icmp),
    icmpv6: operation(left.icmpv6, right.icmpv6),
    other: operation(left.other, right.other),
  };
}

/** Whether an ICMP set holds any packet of a type. */
export function holdsIcmpType(icmp: PortSet, type: number): boolean {
  return intersectPorts(icmp, portsBetween(type * 256, type * 256 + 255)).length > 0;
}
