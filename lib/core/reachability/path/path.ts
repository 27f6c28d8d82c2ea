import type { Checkpoint, LazyCheckpoint } from "../filters/checkpoint";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import type { AddressRange } from "../sets/address-range";
import type { NotEvaluated } from "../trace";
import type { Cuts } from "../walk/cuts";
import type { Packet, PassedHop, Walk, WalkEnd } from "../walk/walk";

export type Sender =
  | { kind: "endpoint"; endpoint: Endpoint }
  /** From a public address outside every known VPC. */
  | { kind: "internet" }
  /** From a private address outside every known VPC. */
  | { kind: "on-premises" };

export interface PathQuestion {
  index: NetworkIndex;
  cuts: Cuts;
  sender: Sender;
  packet: Packet;
  /** It comes from anywhere on the internet, so that a reply goes there. */
  isFromInternetAtLarge: boolean;
  /** The interface that the packet is meant for, where the question names one. */
  receiver: Endpoint | null;
  /** Known by its address only. */
  isFoundByAddress: boolean;
}

/** A part of the way on which addresses stay the same: a NAT gateway ends one and begins another. */
export interface Leg {
  walk: Walk;
  end: WalkEnd;
  /** Null from outside. */
  sender: Endpoint | null;
}

/** The way there, in its parts. */
export interface Legs {
  first: Leg;
  last: Leg;
  all: readonly Leg[];
}

/** The way back of one leg. Its ports are those the leg's sender uses: the asker's, or a NAT gateway's own. */
export interface ReturnLeg {
  hops: readonly PassedHop[];
  checkpoints: readonly Checkpoint[];
  ports: "of-the-sender" | "of-a-nat-gateway";
}

/** The last receiver that is known, and whom it sees as the sender: null where that is not known. */
export interface Arrival {
  endpoint: Endpoint;
  source: AddressRange | null;
  /** Its security groups, where something has. */
  groups?: LazyCheckpoint;
}

/** Everything met on the way of one class of packets and back. */
export interface Path {
  /** Leg by leg. */
  forward: readonly (readonly PassedHop[])[];
  checkpoints: readonly Checkpoint[];
  returnLegs: readonly ReturnLeg[];
  notes: readonly NotEvaluated[];
  /** Where the last leg ended. */
  end: WalkEnd;
  arrival: Arrival | null;
  /** It ended before it came to another VPC, and met no interface that might have been meant. */
  endsBeforeAnotherVpc: boolean;
}
