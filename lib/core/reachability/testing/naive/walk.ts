import type { Network } from "@/lib/core/network/network";
import type { ReadCall } from "@/lib/core/network/calls";
import type { Verdict } from "../../trace";

/** One packet, with every member as a number on the wire. */
export interface Packet {
  protocol: number;
  source: string;
  destination: string;
  /** Null where the protocol has no ports. */
  sourcePort: number | null;
  destinationPort: number | null;
  icmp: { type: number; code: number } | null;
  /** The service's prefix list that holds the destination though its entries were not read; `none`: no service's. */
  list?: string | undefined;
}

/** Who sends: an interface, or the one that a function would get. */
export interface Sender {
  networkInterfaceId: string | null;
  vpcId: string;
  subnetId: string;
  address: string;
  groupIds: string[];
  /** A Network Load Balancer without groups: nothing is filtered. */
  isUnfiltered?: boolean;
}

export interface NaiveAnswer {
  verdict: Verdict;
  /** Why, of each way that the packet may take: the block, what is not known, or `REACHED`. */
  reasons: string[];
}

/** A packet that a load balancer sends on. */
export interface Errand {
  sender: Sender;
  packet: Packet;
  destination: { address: string } | { networkInterfaceId: string };
  /** How many load balancers it went through. */
  depth: number;
}

/** What a NAT gateway wrote over. */
export interface Translation {
  natGatewayId: string;
  vpcId: string;
  /** Null: a regional one, which is in no subnet. */
  subnetId: string | null;
  before: { source: string; sourcePort: number | null };
  /** Whether what it got had left the subnet of whoever sent it. */
  hadLeft: boolean;
  after: { source: string; sourcePort: number | null };
}

export type Crossing =
  | { kind: "nat-gateway" | "peering"; id: string }
  | { kind: "transit-gateway"; id: string; attachmentIds: string[] }
  | { kind: "internet"; family: 4 | 6; egressOnly: boolean; vpcId: string };

/** Where the packet is. The last four are ends. */
export type Position =
  /** With the router, sent by something in this subnet. */
  | { at: "subnet"; subnetId: string }
  | { at: "regional-nat-gateway"; natGatewayId: string }
  /** To be delivered within a VPC; `fromSubnetId` is null where it came in from outside. */
  | { at: "vpc"; vpcId: string; fromSubnetId: string | null }
  | { at: "transit-gateway"; transitGatewayId: string; attachmentId: string; zone: string | null }
  | { at: "internet" }
  | { at: "interface"; networkInterfaceId: string }
  | { at: "sender" }
  | { at: "service"; vpcId: string }
  | { at: "outside" };

export interface Walk {
  network: Network;
  /** Null: from outside every known VPC. */
  sender: Sender | null;
  asked: Readonly<Packet>;
  packet: Packet;
  direction: "forward" | "reply";
  /** What was passed without being sure of it. */
  doubts: string[];
  translations: Translation[];
  crossings: Crossing[];
  hops: number;
  /** Out of the subnet of whoever sent it last, the sender or a NAT gateway: so its reply has to come in again. */
  hasLeft: boolean;
  /** Picks among what AWS may do: `sometimes` differs from packet to packet, `either` is fixed but not known. */
  choose: (kind: "sometimes" | "either", count: number, among: string) => number;
  depth: number;
  /** What becomes of a packet that something on the way sends, from any of the ports that it may use. */
  run: (errand: Errand) => NaiveAnswer;
}

/** Whether a load balancer sends it with the address of its client. */
export function isForClient({ sender, asked }: Walk): boolean {
  return sender !== null && sender.address !== asked.source;
}

/** A certain end: the packet is dropped. */
export class Blocked extends Error {
  override readonly name = "Blocked";
}

/** Where the packet goes from here is not known. */
export class Lost extends Error {
  override readonly name = "Lost";
}

/** Whether a call was read where a VPC is, by the one who sees all of it: what it does not list does not exist. */
export function isComplete(network: Network, call: ReadCall, vpcId: string): boolean {
  const vpc = network.vpcs.get(vpcId);
  if (!vpc) return false;
  const { OwnerId } = vpc.resource;
  const isOwners = OwnerId === undefined || vpc.accountId === null || OwnerId === vpc.accountId;
  return isOwners && network.captures[vpc.captureIndex]?.coverage.get(call)?.status === "ok";
}

/** Something that a route names and that is not among what was read: AWS calls a route whose target is gone a blackhole. */
export function missing(call: ReadCall): never {
  throw new Lost(`NOT_EVALUATED_UNREAD ${call}`);
}
