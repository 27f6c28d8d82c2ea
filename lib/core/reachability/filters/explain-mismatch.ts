import type { SecurityGroupRule } from "../compile/security-group";
import { formatRange } from "../sets/address-range";
import { sharesTraffic, type Traffic } from "../sets/traffic";
import type { Evidence, Explanation } from "../trace";
import { describeTraffic } from "./describe-traffic";
import type { SecurityGroupPeer } from "./matching-rules";
import type { GroupSum, ReadGroup, SecurityGroupCrossing } from "./security-group-checkpoint";

export function describeRule({ traffic, text }: SecurityGroupRule, egress: boolean): string {
  const way = egress ? "outbound" : "inbound";
  return `${way}: allow ${describeTraffic(traffic)} ${egress ? "to" : "from"} ${text}`;
}

/** Whether a rule allows any of some traffic, wherever it comes from. */
export function isAbout({ traffic }: SecurityGroupRule, asked: Traffic): boolean {
  return sharesTraffic(traffic, asked);
}

/** Of groups that were all read: with one that was not, nothing is stopped for certain. */
export function explainMismatch(
  { endpointId, egress, peer }: SecurityGroupCrossing,
  { groups, lost }: Pick<GroupSum, "groups" | "lost">,
  stopped: Traffic,
): Explanation {
  const groupIds = groups.map(({ groupId }) => groupId);
  const way = egress ? "outbound" : "inbound";
  const base = {
    direction: "forward" as const,
    effect: "connectivity" as const,
    resourceId: groupIds.slice(0, 1).join(),
    evidence: groups.flatMap((group) => evidenceOf(group, egress, stopped)),
  };
  const groupsOf = groupIds.length > 1 ? `groups ${all.format(groupIds)}` : `group ${groupIds.join()}`;
  const whose = `Security ${groupsOf} of ${endpointId}`;
  const { identity } = peer;
  const has = groupIds.length > 1 ? "have" : "has";
  if (groups.every(({ rules }) => rules.count === 0)) {
    return { ...base, code: "SG_HAS_NO_RULES", message: `${whose} ${has} no ${way} rules.` };
  }
  if (identity.status === "lost" && sharesTraffic(lost, stopped)) {
    return {
      ...base,
      code: identity.code,
      message: `${whose}: an ${way} rule names a group, but ${identity.reason}.`,
    };
  }
  const far = `${egress ? "to" : "from"} ${nameFar(peer)}`;
  const message = `${whose} ${has} no ${way} rule that allows ${describeTraffic(stopped)} ${far}.`;
  return { ...base, code: "ENI_SG_RULES_MISMATCH", message };
}

const all = new Intl.ListFormat("en-GB");
const any = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** All that a rule could name it by: its address, and its groups where rules recognise them. */
function nameFar({ range, identity, securityGroupIds }: SecurityGroupPeer): string {
  const address = range === null ? "anywhere" : formatRange(range);
  const groupIds = identity.status === "kept" ? (securityGroupIds ?? []) : [];
  return any.format([address, ...groupIds]);
}

/** Rules that speak of the same traffic, which a reader compares first; each group is named, even with none. */
function evidenceOf({ groupId, rules }: ReadGroup, egress: boolean, stopped: Traffic): Evidence[] {
  const near = rules.firstAbout(stopped);
  const way = egress ? "outbound" : "inbound";
  if (near.length === 0) {
    return [{ resourceId: groupId, fact: `no ${way} rule for ${describeTraffic(stopped)}` }];
  }
  return near.map((rule) => ({ resourceId: groupId, fact: describeRule(rule, egress) }));
}
