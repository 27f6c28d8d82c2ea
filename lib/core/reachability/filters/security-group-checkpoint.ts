import { FirstRules, SHOWN_RULES } from "../compile/first-rules";
import { compileSecurityGroup, type CompiledRules, type SecurityGroupRule } from "../compile/security-group";
import type { NetworkIndex } from "../index/network-index";
import { coverageOf, describeGap } from "../../network/coverage-of";
import { ALL_TRAFFIC, NO_TRAFFIC, uniteAllTraffic, uniteTraffic, type Traffic } from "../sets/traffic";
import type { Evidence, NotEvaluated } from "../trace";
import type { Cuts } from "../walk/cuts";
import { unknownPass, type Checkpoint } from "./checkpoint";
import { describeRule, explainMismatch, isAbout } from "./explain-mismatch";
import { isKnown, matchingRules, type MatchingRules, type SecurityGroupPeer } from "./matching-rules";

export interface SecurityGroupCrossing {
  /** The interface, or what will be one. */
  endpointId: string;
  securityGroupIds: readonly string[] | null;
  egress: boolean;
  peer: SecurityGroupPeer;
}

/** A group's rules in one direction. */
export interface ReadGroup {
  groupId: string;
  rules: CompiledRules;
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
  const sum: GroupSum = { groups: [], must: NO_TRAFFIC, may: NO_TRAFFIC, lost: NO_TRAFFIC, missing: [] };
  for (const groupId of securityGroupIds) addGroup(index, sum, groupId, crossing, cuts);
  return {
    must: sum.must,
    may: sum.may,
    explain: (stopped) => [explainMismatch(crossing, sum, stopped)],
    admit: (passing) => admittingRules(index, crossing, sum, cuts, passing),
    missing: sum.missing,
  };
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
  const rules = compileSecurityGroup(group)[egress ? "egress" : "ingress"];
  sum.groups.push({ groupId, rules });
  if (isKnown(peer)) addMatching(sum, matchingRules(index, rules, peer, cuts));
  else if (rules.count > 0) addAnyRule(sum, rules);
}

function addAnyRule(sum: GroupSum, { allowed }: CompiledRules): void {
  const message = "Which address arrives is not known, so whether a rule matches is not.";
  addUnknown(sum, allowed(), message);
}

function addMatching(sum: GroupSum, matching: readonly MatchingRules[]): void {
  for (const { rules, match } of matching) {
    const traffic = trafficOfRules(rules);
    if (match.status === "unknown") addUnknown(sum, traffic, match.message);
    else if (match.status === "lost") sum.lost = uniteTraffic(sum.lost, traffic);
    else {
      sum.must = uniteTraffic(sum.must, traffic);
      sum.may = uniteTraffic(sum.may, traffic);
    }
  }
}

const united = new WeakMap<readonly SecurityGroupRule[], Traffic>();

/** Kept with the rules of one peer, of which there may be many. */
function trafficOfRules(rules: readonly SecurityGroupRule[]): Traffic {
  const known = united.get(rules);
  if (known) return known;
  const traffic = uniteAllTraffic(rules.map((rule) => rule.traffic));
  if (rules.length > 1) united.set(rules, traffic);
  return traffic;
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
  if (!isKnown(peer)) return [];
  const found = groups.flatMap(({ groupId, rules: all }) => {
    const first = new FirstRules();
    for (const { rules, match } of matchingRules(index, all, peer, cuts)) {
      if (match.status !== "certain") continue;
      for (const rule of rules) if (isAbout(rule, passing)) first.add(rule);
    }
    return first.rules.map((rule) => ({ resourceId: groupId, fact: describeRule(rule, egress) }));
  });
  return found.slice(0, SHOWN_RULES);
}
