import { prefixListRanges } from "../compile/prefix-list";
import { compileSecurityGroup, type SecurityGroupRule } from "../compile/security-group";
import type { ExplanationCode } from "../explanation-codes";
import type { NetworkIndex } from "../index/network-index";
import { coverageOf, describeGap } from "../../network/coverage-of";
import type { AddressRange } from "../sets/address-range";
import {
  ALL_TRAFFIC,
  intersectTraffic,
  isNoTraffic,
  NO_TRAFFIC,
  uniteTraffic,
  type Traffic,
} from "../sets/traffic";
import type { Evidence, NotEvaluated } from "../trace";
import { holdsFor, type Cuts } from "../walk/cuts";
import { unknownPass, type Checkpoint } from "./checkpoint";
import { describeRule, explainMismatch, SHOWN_RULES } from "./explain-mismatch";
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
  identity: GroupIdentity;
}

export interface SecurityGroupCrossing {
  /** The interface, or what will be one. */
  endpointId: string;
  securityGroupIds: readonly string[] | null;
  egress: boolean;
  peer: SecurityGroupPeer;
}

/** A peer whose address is known. */
type KnownPeer = SecurityGroupPeer & { range: AddressRange };

/** A group's rules in one direction. */
export interface ReadGroup {
  groupId: string;
  rules: readonly SecurityGroupRule[];
}

/** What accumulates over the rules of all groups. */
export interface GroupSum {
  groups: ReadGroup[];
  must: Traffic;
  may: Traffic;
  /** What rules would allow that name a group which is not recognised on this way. */
  lost: Traffic;
  missing: NotEvaluated[];
}

/**
 * What the security groups of one interface let through, in the direction in which a connection is opened; replies
 * always pass. All rules of all groups are united. Source: VPC User Guide, "Security group rules".
 */
export function securityGroupCheckpoint(
  index: NetworkIndex,
  crossing: SecurityGroupCrossing,
  cuts: Cuts,
): Checkpoint {
  const { endpointId, securityGroupIds } = crossing;
  if (securityGroupIds === null) {
    const message = `The security groups of ${endpointId} are not known.`;
    return unknownPass({ code: "NOT_EVALUATED_UNREAD", message });
  }
  const sum = newSum();
  for (const groupId of securityGroupIds) addGroup(index, sum, groupId, crossing, cuts);
  return {
    must: sum.must,
    may: sum.may,
    explain: (stopped) => [explainMismatch(crossing, sum, stopped)],
    admit: (passing) => admittingRules(index, crossing, sum, cuts, passing),
    missing: sum.missing,
  };
}

function newSum(): GroupSum {
  return { groups: [], must: NO_TRAFFIC, may: NO_TRAFFIC, lost: NO_TRAFFIC, missing: [] };
}

function addGroup(
  index: NetworkIndex,
  sum: GroupSum,
  groupId: string,
  { egress, peer }: SecurityGroupCrossing,
  cuts: Cuts,
): void {
  const group = index.securityGroup(groupId);
  if (!group) {
    const gap = describeGap("DescribeSecurityGroups", coverageOf(index.network, "DescribeSecurityGroups"));
    addUnknown(
      sum,
      ALL_TRAFFIC,
      `The rules of ${groupId} are not known: ${gap ?? "it is not among the groups read"}.`,
    );
    return;
  }
  const compiled = compileSecurityGroup(group);
  const rules = egress ? compiled.egress : compiled.ingress;
  sum.groups.push({ groupId, rules });
  for (const rule of rules) addRule(index, sum, rule, peer, cuts);
}

function addRule(
  index: NetworkIndex,
  sum: GroupSum,
  { traffic, peer: rulePeer }: SecurityGroupRule,
  peer: SecurityGroupPeer,
  cuts: Cuts,
): void {
  if (!hasRange(peer)) {
    addUnknown(sum, traffic, "Which address arrives is not known, so whether a rule matches is not.");
    return;
  }
  switch (rulePeer.kind) {
    case "range":
      if (holdsFor(rulePeer.range, peer.range, cuts)) allow(sum, traffic);
      return;
    case "prefix-list":
      addPrefixList(index, sum, traffic, rulePeer.prefixListId, peer, cuts);
      return;
    case "security-group":
      addReference(index, sum, traffic, rulePeer.groupId, peer);
  }
}

function hasRange(peer: SecurityGroupPeer): peer is KnownPeer {
  return peer.range !== null;
}

function addPrefixList(
  index: NetworkIndex,
  sum: GroupSum,
  traffic: Traffic,
  prefixListId: string,
  peer: KnownPeer,
  cuts: Cuts,
): void {
  if (peer.prefixListId === prefixListId) {
    allow(sum, traffic);
    return;
  }
  const list = prefixListRanges(index.network, prefixListId);
  if (list.status === "unknown") {
    addUnknown(sum, traffic, `Whether a rule for ${prefixListId} matches is not known: ${list.reason}.`);
    return;
  }
  const holding = list.ranges.filter((range) => holdsFor(range, peer.range, cuts));
  if (holding.length > 0) allow(sum, traffic);
}

/** A reference stands for the private addresses of all interfaces with that group. */
function addReference(
  index: NetworkIndex,
  sum: GroupSum,
  traffic: Traffic,
  groupId: string,
  peer: KnownPeer,
): void {
  const { identity, securityGroupIds } = peer;
  if (securityGroupIds === null) {
    if (identity.status === "lost" || !mayHaveGroup(index, groupId, peer.range)) return;
    addUnknown(sum, traffic, `Whether the far end has ${groupId} is not known.`);
    return;
  }
  if (!securityGroupIds.includes(groupId)) return;
  if (identity.status === "kept") allow(sum, traffic);
  else if (identity.status === "lost") sum.lost = uniteTraffic(sum.lost, traffic);
  else addUnknown(sum, traffic, `Whether a rule for ${groupId} matches is not known: ${identity.reason}.`);
}

function allow(sum: GroupSum, traffic: Traffic): void {
  sum.must = uniteTraffic(sum.must, traffic);
  sum.may = uniteTraffic(sum.may, traffic);
}

function addUnknown(sum: GroupSum, traffic: Traffic, message: string): void {
  sum.may = uniteTraffic(sum.may, traffic);
  sum.missing.push({ code: "NOT_EVALUATED_UNREAD", message, affectsVerdict: true });
}

/** The rules that let some of this traffic through for certain, up to as many as a reader compares. */
function admittingRules(
  index: NetworkIndex,
  { egress, peer }: SecurityGroupCrossing,
  { groups }: GroupSum,
  cuts: Cuts,
  passing: Traffic,
): Evidence[] {
  const found: Evidence[] = [];
  for (const { groupId, rules } of groups) {
    for (const rule of rules) {
      if (isNoTraffic(intersectTraffic(rule.traffic, passing))) continue;
      const alone = newSum();
      addRule(index, alone, rule, peer, cuts);
      if (isNoTraffic(alone.must)) continue;
      found.push({ resourceId: groupId, fact: describeRule(rule, egress) });
      if (found.length === SHOWN_RULES) return found;
    }
  }
  return found;
}
