import { coversPorts, portsBetween, type PortSet } from "../sets/port-set";
import { holdsIcmpType, NO_TRAFFIC, type Traffic } from "../sets/traffic";

/** What a question is about: packets, and the ports that their sender may use. */
export interface Asked {
  traffic: Traffic;
  sourcePorts: PortSet;
}

/** Source: Lambda Developer Guide, "Network ACLs": 1024 to 65535, as NAT gateways and load balancers use too. */
export const EPHEMERAL_PORTS: PortSet = portsBetween(1024, 65535);

/** Request and reply, by type. Source: RFC 792, RFC 4443. */
const REPLIES: readonly { request: number; reply: number; member: "icmp" | "icmpv6" }[] = [
  { request: 8, reply: 0, member: "icmp" },
  { request: 13, reply: 14, member: "icmp" },
  { request: 15, reply: 16, member: "icmp" },
  { request: 17, reply: 18, member: "icmp" },
  { request: 128, reply: 129, member: "icmpv6" },
];

/** The packets that come back, with the sender's ports as their destination ports. */
export function repliesTo({ traffic, sourcePorts }: Asked): Traffic {
  return {
    ...NO_TRAFFIC,
    tcp: traffic.tcp.length > 0 ? sourcePorts : [],
    udp: traffic.udp.length > 0 ? sourcePorts : [],
    icmp: icmpReplies(traffic, "icmp"),
    icmpv6: icmpReplies(traffic, "icmpv6"),
    other: traffic.other,
  };
}

function icmpReplies(traffic: Traffic, member: "icmp" | "icmpv6"): PortSet {
  return REPLIES.filter((one) => one.member === member && holdsIcmpType(traffic[member], one.request))
    .map(({ reply }) => reply * 256)
    .sort((a, b) => a - b)
    .flatMap((code) => [code, code]);
}

/** Requests whose reply is outside what comes back. */
export function unansweredIcmp(replies: PortSet, member: "icmp" | "icmpv6"): PortSet {
  return REPLIES.filter((one) => one.member === member && !holds(replies, one.reply * 256))
    .map(({ request }) => request)
    .sort((a, b) => a - b)
    .flatMap((request) => [request * 256, request * 256 + 255]);
}

function holds(ports: PortSet, port: number): boolean {
  return coversPorts(ports, [port, port]);
}
