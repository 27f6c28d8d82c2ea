import { prefixListRanges } from "../compile/prefix-list";
import { compileSecurityGroup, type SecurityGroupRule } from "../compile/security-group";
import type { ExplanationCode } from "../explanation-codes";
import type { NetworkIndex } from "../index/network-index";
import { coverageOf, describeGap } from "../../network/coverage-of";
import { formatRange, type AddressRange } from "../sets/address-range";
import {
  ALL_TRAFFIC,
  intersectTraffic,
  isNoTraffic,
  NO_TRAFFIC,
  uniteTraffic,
  type Traffic,
} from "../sets/traffic";
import type { Evidence, Explanation, NotEvaluated } from "../trace";
import { holdsFor, type Cuts } from "../walk/cuts";
import type { Checkpoint } from "./checkpoint";
import { describeTraffic } from "./describe-traffic";
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

/** What accumulates over the rules of all groups. */
interface Sum {
  must: Traffic;
  may: Traffic;
  /** What rules would allow that name a group which is not recognised on this way. */
  lost: Traffic;
  ruleCount: number;
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
  const sum = newSum();
  if (crossing.securityGroupIds === null) {
    addUnknown(sum, ALL_TRAFFIC, `The security groups of ${crossing.endpointId} are not known.`);
  }
  for (const groupId of crossing.securityGroupIds ?? []) addGroup(index, sum, groupId, crossing, cuts);
  return {
    must: sum.must,
    may: sum.may,
    explain: (stopped) => [explainMismatch(index, crossing, sum, stopped)],
    admit: (passing) => admittingRules(index, crossing, cuts, passing),
    missing: sum.missing,
  };
}

function newSum(): Sum {
  return { must: NO_TRAFFIC, may: NO_TRAFFIC, lost: NO_TRAFFIC, ruleCount: 0, missing: [] };
}

function addGroup(
  index: NetworkIndex,
  sum: Sum,
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
  sum.ruleCount += rules.length;
  for (const rule of rules) addRule(index, sum, rule, peer, cuts);
}

function addRule(
  index: NetworkIndex,
  sum: Sum,
  { traffic, peer: rulePeer }: SecurityGroupRule,
  peer: SecurityGroupPeer,
  cuts: Cuts,
): void {
  if (peer.range === null) {
    addUnknown(sum, traffic, "Which address arrives is not known, so whether a rule matches is not.");
    return;
  }
  switch (rulePeer.kind) {
    case "range":
      if (holdsFor(rulePeer.range, peer.range, cuts)) allow(sum, traffic);
      return;
    case "prefix-list":
      addPrefixList(index, sum, traffic, rulePeer.prefixListId, { ...peer, range: peer.range }, cuts);
      return;
    case "security-group":
      addReference(index, sum, traffic, rulePeer.groupId, peer);
  }
}

function addPrefixList(
  index: NetworkIndex,
  sum: Sum,
  traffic: Traffic,
  prefixListId: string,
  peer: SecurityGroupPeer & { range: AddressRange },
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
  sum: Sum,
  traffic: Traffic,
  groupId: string,
  peer: SecurityGroupPeer,
): void {
  const { identity, securityGroupIds } = peer;
  if (securityGroupIds === null) {
    const mayBeOfGroup = peer.range === null || mayHaveGroup(index, groupId, peer.range);
    if (identity.status === "lost" || !mayBeOfGroup) return;
    addUnknown(sum, traffic, `Whether the far end has ${groupId} is not known.`);
    return;
  }
  if (!securityGroupIds.includes(groupId)) return;
  if (identity.status === "kept") allow(sum, traffic);
  else if (identity.status === "lost") sum.lost = uniteTraffic(sum.lost, traffic);
  else addUnknown(sum, traffic, `Whether a rule for ${groupId} matches is not known: ${identity.reason}.`);
}

function allow(sum: Sum, traffic: Traffic): void {
  sum.must = uniteTraffic(sum.must, traffic);
  sum.may = uniteTraffic(sum.may, traffic);
}

function addUnknown(sum: Sum, traffic: Traffic, message: string): void {
  sum.may = uniteTraffic(sum.may, traffic);
  sum.missing.push({ code: "NOT_EVALUATED_UNREAD", message, affectsVerdict: true });
}

/** The rules that let some of this traffic through for certain, up to as many as a reader compares. */
function admittingRules(
  index: NetworkIndex,
  { securityGroupIds, egress, peer }: SecurityGroupCrossing,
  cuts: Cuts,
  passing: Traffic,
): Evidence[] {
  const found: Evidence[] = [];
  for (const groupId of securityGroupIds ?? []) {
    const group = index.securityGroup(groupId);
    if (!group) continue;
    const compiled = compileSecurityGroup(group);
    for (const rule of egress ? compiled.egress : compiled.ingress) {
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

function describeRule({ traffic, text }: SecurityGroupRule, egress: boolean): string {
  const way = egress ? "outbound" : "inbound";
  return `${way}: allow ${describeTraffic(traffic)} ${egress ? "to" : "from"} ${text}`;
}

function explainMismatch(
  index: NetworkIndex,
  { endpointId, securityGroupIds, egress, peer }: SecurityGroupCrossing,
  sum: Sum,
  stopped: Traffic,
): Explanation {
  const groups = (securityGroupIds ?? []).join(", ");
  const way = egress ? "outbound" : "inbound";
  const base = {
    direction: "forward" as const,
    effect: "connectivity" as const,
    resourceId: securityGroupIds?.[0] ?? endpointId,
    evidence: evidenceOf(index, securityGroupIds ?? [], egress, stopped),
  };
  const whose = `Security group ${groups || "(none)"} of ${endpointId}`;
  const far = `${egress ? "to" : "from"} ${peer.range === null ? "anywhere" : formatRange(peer.range)}`;
  if (sum.ruleCount === 0) {
    return { ...base, code: "SG_HAS_NO_RULES", message: `${whose} has no ${way} rules.` };
  }
  const identity = peer.identity;
  if (identity.status === "lost" && !isNoTraffic(intersectTraffic(sum.lost, stopped))) {
    return {
      ...base,
      code: identity.code,
      message: `${whose}: its ${way} rule names a group, but ${identity.reason}.`,
    };
  }
  const message = `${whose} has no ${way} rule that allows ${describeTraffic(stopped)} ${far}.`;
  return { ...base, code: "ENI_SG_RULES_MISMATCH", message };
}

const SHOWN_RULES = 8;

/** Rules that speak of the same traffic, which a reader compares first; each group is named, even with none. */
function evidenceOf(
  index: NetworkIndex,
  groupIds: readonly string[],
  egress: boolean,
  stopped: Traffic,
): Evidence[] {
  return groupIds.flatMap((groupId): Evidence[] => {
    const group = index.securityGroup(groupId);
    if (!group) return [];
    const compiled = compileSecurityGroup(group);
    const all = egress ? compiled.egress : compiled.ingress;
    const near = all
      .filter(({ traffic }) => !isNoTraffic(intersectTraffic(traffic, stopped)))
      .slice(0, SHOWN_RULES);
    const way = egress ? "outbound" : "inbound";
    if (near.length === 0)
      return [{ resourceId: groupId, fact: `no ${way} rule for ${describeTraffic(stopped)}` }];
    return near.map((rule) => ({ resourceId: groupId, fact: describeRule(rule, egress) }));
  });
}
