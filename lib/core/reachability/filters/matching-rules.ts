import { indexedPrefixList } from "../compile/prefix-list";
import type { CompiledRules, SecurityGroupRule } from "../compile/security-group";
import type { ExplanationCode } from "../explanation-codes";
import type { NetworkIndex } from "../index/network-index";
import { isOneAddress, type AddressRange } from "../sets/address-range";
import type { RangeIndex } from "../sets/range-index";
import type { Cuts } from "../walk/cuts";
import { mayHaveGroup } from "./may-have-group";

/** Whether rules that name a security group still recognise the far end. */
export type GroupIdentity =
  | { status: "kept" }
  | { status: "lost"; code: ExplanationCode; reason: string }
  | { status: "unknown"; reason: string };

export interface SecurityGroupPeer {
  /** Null where it is not known which address arrives: then any rule may match. */
  range: AddressRange | null;
  /** A prefix list that holds the whole range, where its entries were not read. */
  prefixListId?: string | undefined;
  /** Groups of the far end; null where they are not known. */
  securityGroupIds: readonly string[] | null;
  /** Where they are not, the VPCs that it may be in, if that is known. */
  vpcIds?: readonly string[] | undefined;
  identity: GroupIdentity;
}

/** A peer whose address is known. */
type KnownPeer = SecurityGroupPeer & { range: AddressRange };

export function isKnown(peer: SecurityGroupPeer): peer is KnownPeer {
  return peer.range !== null;
}

/** Rules that match, that would but for what lies between (`lost`), or of which it is not known. */
export interface MatchingRules {
  rules: readonly SecurityGroupRule[];
  match: { status: "certain" } | { status: "lost" } | { status: "unknown"; message: string };
}

const CERTAIN = { status: "certain" } as const;

/** The rules of a group that speak of a peer whose address is known. Where they speak of a part of it, it gets cuts. */
export function matchingRules(
  index: NetworkIndex,
  { byRange, byPrefixList, byGroup }: CompiledRules,
  peer: KnownPeer,
  cuts: Cuts,
): MatchingRules[] {
  return [
    ...rangesHolding(byRange, peer.range, cuts).map((rules) => ({ rules, match: CERTAIN })),
    ...[...byPrefixList].flatMap(([id, rules]) => withMatch(rules, matchOfList(index, id, peer, cuts))),
    ...(peer.securityGroupIds === null
      ? rulesOfUnknown(index, byGroup, peer, cuts)
      : namedGroups(byGroup, peer.securityGroupIds).flatMap((id) =>
          withMatch(byGroup.get(id) ?? [], matchOfGroup(id, peer)),
        )),
  ];
}

/** As many groups are told one by one of a peer whose groups are not known. */
const MOST_TOLD = 100;

function rulesOfUnknown(
  index: NetworkIndex,
  byGroup: CompiledRules["byGroup"],
  { range, vpcIds, identity }: KnownPeer,
  cuts: Cuts,
): MatchingRules[] {
  const isPossible = (id: string) =>
    identity.status !== "lost" && mayHaveGroup(index, id, range, vpcIds, cuts);
  const possible = [...byGroup].filter(([id]) => isPossible(id));
  if (possible.length > MOST_TOLD) {
    const match = unknown(`Whether the far end has one of ${possible.length} groups is not known.`);
    return [{ rules: possible.flatMap(([, rules]) => rules), match }];
  }
  return possible
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, rules]) => ({ rules, match: unknown(`Whether the far end has ${id} is not known.`) }));
}

/** Those with rules here, in order. An interface may carry very many groups, and a group may name as many. */
function namedGroups(byGroup: CompiledRules["byGroup"], groupIds: readonly string[]): string[] {
  if (groupIds.length <= byGroup.size) return [...groupIds].sort();
  const own = asSet(groupIds);
  return [...byGroup.keys()].filter((id) => own.has(id)).sort();
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function asSet(ids: readonly string[]): ReadonlySet<string> {
  const known = sets.get(ids) ?? new Set(ids);
  sets.set(ids, known);
  return known;
}

function withMatch(
  rules: readonly SecurityGroupRule[],
  match: MatchingRules["match"] | null,
): MatchingRules[] {
  return match === null || rules.length === 0 ? [] : [{ rules, match }];
}

/** What belongs to each range that holds all of one; those that hold a part of it cut it. */
function rangesHolding<Item>(ranges: RangeIndex<Item>, range: AddressRange, cuts: Cuts): (readonly Item[])[] {
  if (!isOneAddress(range)) for (const inner of ranges.dividing(range)) cuts.add(range, inner);
  return ranges.holding(range);
}

function matchOfList(
  index: NetworkIndex,
  prefixListId: string,
  peer: KnownPeer,
  cuts: Cuts,
): MatchingRules["match"] | null {
  if (peer.prefixListId === prefixListId) return CERTAIN;
  const list = indexedPrefixList(index, prefixListId);
  if (list.status === "unknown") {
    return unknown(`Whether a rule for ${prefixListId} matches is not known: ${list.reason}.`);
  }
  return rangesHolding(list.ranges, peer.range, cuts).length > 0 ? CERTAIN : null;
}

/** A reference stands for the private addresses of all interfaces with that group. */
function matchOfGroup(groupId: string, { identity }: KnownPeer): MatchingRules["match"] {
  return identity.status === "unknown"
    ? unknown(`Whether a rule for ${groupId} matches is not known: ${identity.reason}.`)
    : identity.status === "lost"
      ? { status: "lost" }
      : CERTAIN;
}

function unknown(message: string): MatchingRules["match"] {
  return { status: "unknown", message };
}
