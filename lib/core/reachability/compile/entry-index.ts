import { isOneAddress, type AddressRange } from "../sets/address-range";
import { RangeIndex } from "../sets/range-index";
import { trafficMembers, type Traffic } from "../sets/traffic";
import { holdsFor, type Cuts } from "../walk/cuts";
import {
  allowedBy,
  decide,
  decisionsOf,
  firstDecisions,
  lastTried,
  UNDECIDED,
  type AclDecision,
  type AclDecisions,
  type AclEntry,
} from "./acl-decisions";

/** What is true of all packets from or to some addresses. */
interface Known {
  decisions: AclDecisions;
  allowed: Traffic;
  lastTried: number;
}

/** As many segments at most are kept: a network ACL with an entry for each port has 65,536. */
const MOST_KEPT = 1_000_000;

/**
 * The entries of one direction in their turn. There may be 32,766 of them, about as many addresses or ports: those about
 * an address are looked up, and which of them decides is worked out once for all packets.
 */
export class EntryIndex {
  readonly #byRange: RangeIndex<AclEntry>;
  readonly #ofRange = new Map<readonly AclEntry[], AclDecisions>();
  /** By the first entries about each range that holds a peer. */
  readonly #kept = new Map<string, Known>();
  #weight = 0;

  constructor(readonly entries: readonly AclEntry[]) {
    this.#byRange = new RangeIndex(entries.map((entry) => [entry.range, entry] as const));
  }

  /** What they let through. A peer that is a range gets cuts by those that are tried and hold for a part of it. */
  allowedFor(peer: AddressRange, cuts: Cuts): Traffic {
    const { allowed, lastTried: last } = this.#knownOf(peer);
    if (!isOneAddress(peer)) {
      for (const { range, position } of this.entries) {
        if (position > last) break;
        holdsFor(range, peer, cuts);
      }
    }
    return allowed;
  }

  /** Who decides about some packets of a peer, in their order. */
  decide(peer: AddressRange, traffic: Traffic): AclDecision[] {
    return decide(this.#knownOf(peer).decisions, traffic);
  }

  #knownOf(peer: AddressRange): Known {
    const blocks = this.#byRange.holding(peer);
    const key = blocks.map(([first]) => first?.position).join(" ");
    const known = this.#kept.get(key) ?? this.#work(blocks);
    this.#keep(key, known);
    return known;
  }

  #work(blocks: readonly (readonly AclEntry[])[]): Known {
    const decisions = blocks.map((block) => this.#ofBlock(block)).reduce(firstDecisions, UNDECIDED);
    return { decisions, allowed: allowedBy(decisions), lastTried: lastTried(decisions) };
  }

  #ofBlock(block: readonly AclEntry[]): AclDecisions {
    const decisions = this.#ofRange.get(block) ?? decisionsOf(block);
    this.#ofRange.set(block, decisions);
    return decisions;
  }

  #keep(key: string, known: Known): void {
    if (this.#kept.has(key)) return;
    if (this.#weight > MOST_KEPT) {
      this.#kept.clear();
      this.#weight = 0;
    }
    this.#kept.set(key, known);
    for (const member of trafficMembers) this.#weight += known.decisions[member].length;
  }
}
