import type { Identified } from "../../network/resource-id";
import type { ExplanationCode } from "../explanation-codes";
import { allowOnly, blockAll, LazyCheckpoint, unknownPass, type Checkpoint } from "../filters/checkpoint";
import { networkAclCheckpoint } from "../filters/network-acl-checkpoint";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { formatRange, type AddressRange } from "../sets/address-range";
import type { Traffic } from "../sets/traffic";
import type { Evidence, Explanation, Hop, HopKind, NotEvaluated } from "../trace";
import type { Cuts } from "./cuts";
import { farWords } from "./far-words";

export interface Packet {
  source: AddressRange;
  destination: AddressRange;
  /** The destination is anywhere on the internet, but nowhere that a list of a service's addresses names. */
  isInternetAtLarge: boolean;
  /** A service's prefix list that holds the destination, where its entries were not read. */
  destinationPrefixListId?: string | undefined;
}

/** How packets came to a place, which decides what may become of them. */
export type Entry = "interface" | "nat-gateway" | "transit-gateway" | "gateway";

export interface Place {
  vpcId: string;
  /** Null in a VPC but in no subnet of it: behind a gateway's edge, or a regional NAT gateway. */
  subnetId: string | null;
  entry: Entry;
}

export interface InSubnet extends Place {
  subnetId: string;
}

/** Where a walk begins: in a subnet, or at a regional NAT gateway, which has a table of its own. */
export type Start = InSubnet | (Place & { subnetId: null; routeTableId: string });

/** What a packet passed between two interfaces that matters to rules which name groups. */
export type Crossing =
  | { kind: "peering"; vpcPeeringConnectionId: string; interRegion: boolean | null }
  | { kind: "transit-gateway"; transitGatewayId: string; attachmentIds: readonly string[] }
  | { kind: "rewritten"; by: string };

export type WalkEnd =
  | { kind: "endpoint"; endpoint: Endpoint }
  | { kind: "resolver"; vpcId: string; subnetId: string | null }
  | { kind: "internet"; vpcId: string; gatewayId: string; egressOnly: boolean }
  | { kind: "service"; vpcId: string; endpointId: string }
  | {
      kind: "nat-gateway";
      gateway: Identified<"NatGateways">;
      vpcId: string;
      zones: readonly string[];
    }
  | { kind: "appliance"; endpoint: Endpoint }
  /** Out of what is known. */
  | { kind: "beyond" }
  /** Nowhere: a checkpoint says why; of a range, perhaps because these of its addresses are nobody's. */
  | { kind: "dead"; nobodys?: AddressRange | undefined };

/** Back in a subnet, out of a transit gateway; or where the walk ends. */
export type Step = InSubnet | WalkEnd;

/** A place passed, with the filters there. */
export interface PassedHop extends Hop {
  filters?: readonly LazyCheckpoint[];
}

/** One way of packets with the same addresses, and all that was met on it. */
export interface Walk {
  index: NetworkIndex;
  cuts: Cuts;
  direction: "forward" | "return";
  packet: Packet;
  /** Who sends in this walk, and to whom it should go where that is not just an address. */
  sender: Endpoint | null;
  receiver: Endpoint | null;
  hops: PassedHop[];
  checkpoints: Checkpoint[];
  crossings: Crossing[];
  notes: NotEvaluated[];
  visited: Set<string>;
  /** The packet got out of the sender's subnet, so that a reply must get in. */
  hasLeftSubnet: boolean;
}

/** Without spreading: V8 keeps what is spread until its next full collection, and walks are made by the thousand. */
export function newWalk({
  index,
  cuts,
  direction,
  packet,
  sender,
  receiver,
}: Pick<Walk, "index" | "cuts" | "direction" | "packet" | "sender" | "receiver">): Walk {
  return {
    index,
    cuts,
    direction,
    packet,
    sender,
    receiver,
    hops: [],
    checkpoints: [],
    crossings: [],
    notes: [],
    visited: new Set(),
    hasLeftSubnet: false,
  };
}

export function addHop(walk: Walk, kind: HopKind, resourceId: string, detail?: string): void {
  const last = walk.hops.at(-1);
  if (last?.kind === kind && last.resourceId === resourceId) return;
  walk.hops.push(detail === undefined ? { kind, resourceId } : { kind, resourceId, detail });
}

interface Reason {
  code: ExplanationCode;
  resourceId?: string;
  message: string;
  evidence?: Evidence[];
}

export function block(walk: Walk, reason: Reason): void {
  walk.checkpoints.push(blockAll(toExplanation(walk, reason)));
}

/** Ends a walk that goes no further. */
export function deadEnd(walk: Walk, reason: Reason): WalkEnd {
  block(walk, reason);
  return { kind: "dead" };
}

export function restrict(walk: Walk, traffic: Traffic, reason: Reason): void {
  walk.checkpoints.push(allowOnly(traffic, toExplanation(walk, reason)));
}

/** Something that was not read or is not modelled, on which the answer hangs. */
export function unknown(walk: Walk, { code, resourceId, message }: Reason): void {
  walk.checkpoints.push(unknownPass({ code, message, ...(resourceId !== undefined && { resourceId }) }));
}

/** Ends a walk that leaves what is known. */
export function leaveKnown(walk: Walk, reason: Reason): WalkEnd {
  unknown(walk, reason);
  return { kind: "beyond" };
}

/** Something worth knowing that changes no verdict. */
export function note(walk: Walk, code: ExplanationCode, message: string, resourceId?: string): void {
  walk.notes.push({ code, message, affectsVerdict: false, ...(resourceId !== undefined && { resourceId }) });
}

export function crossAcl(walk: Walk, subnetId: string, egress: boolean): void {
  const { packet, index, cuts, direction } = walk;
  const peer = egress ? packet.destination : packet.source;
  const filter = new LazyCheckpoint(() => {
    const far = () => (egress ? farWords(packet) : formatRange(peer));
    return networkAclCheckpoint(index, { subnetId, egress, peer, far, direction }, cuts);
  });
  walk.checkpoints.push(filter);
  const hop = walk.hops.findLast(({ resourceId }) => resourceId === subnetId);
  if (hop) hop.filters = [...(hop.filters ?? []), filter];
}

function toExplanation(walk: Walk, { code, resourceId, message, evidence }: Reason): Explanation {
  return {
    code,
    direction: walk.direction,
    effect: "connectivity",
    ...(resourceId !== undefined && { resourceId }),
    ...(evidence && { evidence }),
    message,
  };
}
