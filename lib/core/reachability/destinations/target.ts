import type { Checkpoint } from "../filters/checkpoint";
import type { Endpoint } from "../index/endpoint";
import type { AddressRange } from "../sets/address-range";
import type { Hop, NotEvaluated } from "../trace";

/** One range of addresses that packets go to. */
export interface Target {
  range: AddressRange;
  isInternetAtLarge: boolean;
  receiver: Endpoint | null;
  /** The question names an address, not the receiver: behind an appliance somebody else may answer. */
  isFoundByAddress?: true;
  prefixListId?: string;
  /** The public address by which the internet names it. */
  seenAs?: AddressRange;
  /** Not every address of the range counts: of a service's DNS gives now one, now another. */
  ofService?: OfService;
}

export interface OfService {
  service: string;
  /** Why its addresses are not known: then it has some of the range, nobody can say which. Null where they are. */
  unread: string | null;
}

/**
 * How the targets of a destination make one answer: `every` address must be reached; `unknown-which` of them it is, is
 * not known; `in-turn` they are used, as the interfaces of an endpoint are.
 */
export type TargetMode = "every" | "unknown-which" | "in-turn";

/** A destination as seen from one VPC. */
export interface Destination {
  mode: TargetMode;
  targets: readonly Target[];
  /** What the name's resolution adds: it goes before everything else. */
  checkpoints: readonly Checkpoint[];
  hops: readonly Hop[];
  notes: readonly NotEvaluated[];
  /** A server that must answer first: its address, and who is told where it does not. */
  dnsServers: readonly AddressRange[];
  /** Whether Amazon's resolver answers beside them; null where that was not read. */
  isAmazonBeside: boolean | null;
}

export function destinationOf(
  targets: readonly Target[],
  mode: TargetMode = "every",
  rest: Partial<Destination> = {},
): Destination {
  const plain = { checkpoints: [], hops: [], notes: [], dnsServers: [], isAmazonBeside: false };
  return { mode, targets, ...plain, ...rest };
}

/** The addresses of an interface in the family asked for; all of them count as one interface. */
export function targetsOf(endpoint: Endpoint, family: 4 | 6): Target[] {
  const [first] = endpoint.addresses.filter(({ range }) => range.family === family);
  return first ? [{ range: first.range, isInternetAtLarge: false, receiver: endpoint }] : [];
}
