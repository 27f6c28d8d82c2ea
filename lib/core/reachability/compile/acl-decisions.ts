import type { CidrRange } from "../sets/address-range";
import { coversPorts, subtractPorts } from "../sets/port-set";
import { claimedBy, firstOf, segmentsOf, shareOut, type InTurn, type Segments } from "../sets/segments";
import {
  ALL_TRAFFIC,
  coversTraffic,
  isNoTraffic,
  NO_TRAFFIC,
  trafficMembers,
  type Traffic,
  type TrafficMember,
} from "../sets/traffic";

export interface AclEntry extends InTurn {
  ruleNumber: number;
  allow: boolean;
  range: CidrRange;
  traffic: Traffic;
  /** The range as AWS spells it. */
  text: string;
}

/** Which entry decides about each packet from or to some addresses: the first that matches it. */
export type AclDecisions = Readonly<Record<TrafficMember, Segments<AclEntry>>>;

export const UNDECIDED: AclDecisions = { tcp: [], udp: [], icmp: [], icmpv6: [], other: [] };

/** By entries about the same addresses. In halves: one after the other takes the square of their number. */
export function decisionsOf(entries: readonly AclEntry[]): AclDecisions {
  if (entries.length > 1) {
    const half = Math.floor(entries.length / 2);
    return firstDecisions(decisionsOf(entries.slice(0, half)), decisionsOf(entries.slice(half)));
  }
  return entries
    .map((entry) => forEach((member) => segmentsOf(entry.traffic[member], entry)))
    .reduce(firstDecisions, UNDECIDED);
}

/** Of the entries of both. */
export function firstDecisions(left: AclDecisions, right: AclDecisions): AclDecisions {
  return forEach((member) => firstOf(left[member], right[member]));
}

/** The same object for all traffic, which is told apart by that. */
export function allowedBy(decisions: AclDecisions): Traffic {
  const allowed = forEach((member) => claimedBy(decisions[member], ({ allow }) => allow));
  return coversTraffic(allowed, ALL_TRAFFIC) ? ALL_TRAFFIC : allowed;
}

/** The position of the last entry that is tried: where nothing is left to decide, later ones are not. */
export function lastTried(decisions: AclDecisions): number {
  let last = 0;
  for (const member of trafficMembers) {
    if (!coversPorts(claimedBy(decisions[member], isAny), ALL_TRAFFIC[member])) return Infinity;
    for (const { by } of decisions[member]) last = Math.max(last, by.position);
  }
  return last;
}

export interface AclDecision {
  /** Null where no entry matched. */
  entry: AclEntry | null;
  traffic: Traffic;
}

/** Who decides about some packets, in the order of the entries; last what none of them matches. */
export function decide(decisions: AclDecisions, traffic: Traffic): AclDecision[] {
  const shares = new Map<AclEntry, Traffic>();
  for (const member of trafficMembers) {
    for (const [entry, ports] of shareOut(decisions[member], traffic[member]))
      shares.set(entry, { ...(shares.get(entry) ?? NO_TRAFFIC), [member]: ports });
  }
  const decided = [...shares].map(([entry, share]) => ({ entry, traffic: share }));
  decided.sort((one, other) => one.entry.position - other.entry.position);
  const rest = forEach((member) => subtractPorts(traffic[member], claimedBy(decisions[member], isAny)));
  return isNoTraffic(rest) ? decided : [...decided, { entry: null, traffic: rest }];
}

const isAny = () => true;

function forEach<T>(make: (member: TrafficMember) => T): Record<TrafficMember, T> {
  return {
    tcp: make("tcp"),
    udp: make("udp"),
    icmp: make("icmp"),
    icmpv6: make("icmpv6"),
    other: make("other"),
  };
}
