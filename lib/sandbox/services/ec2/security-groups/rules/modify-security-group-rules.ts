import type {
  ModifySecurityGroupRulesCommandInput,
  ModifySecurityGroupRulesCommandOutput,
  SecurityGroupRule,
  SecurityGroupRuleRequest,
  SecurityGroupRuleUpdate,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../../handler";
import type { StoredSecurityGroup } from "../../../../world/world";
import { getSecurityGroup } from "../find-security-group";
import { getRulesById } from "./get-rules-by-id";
import { readDescription } from "./read-description";
import { readPrefixListId, readRuleCidr } from "./read-permissions";
import { readPorts } from "./read-ports";
import { readReferencedGroup } from "./referenced-group";
import { ruleKey, spellRule, type RuleDraft } from "./rule-draft";
import { checkRuleQuota } from "./rule-quota";
import { rulesOfGroup } from "./rules-of-group";

type PeerMember = "CidrIpv4" | "CidrIpv6" | "PrefixListId" | "ReferencedGroupId";
const PEER_MEMBERS: readonly PeerMember[] = ["CidrIpv4", "CidrIpv6", "PrefixListId", "ReferencedGroupId"];

/** What EC2 calls a peer: in a request, and the kind of rule that has it. */
const PEERS: Readonly<Record<PeerMember, { asked: string; kind: string }>> = {
  CidrIpv4: { asked: "CidrIpv4", kind: "IPv4 CIDR" },
  CidrIpv6: { asked: "CidrIpv6", kind: "IPv6 CIDR" },
  PrefixListId: { asked: "a prefix list", kind: "prefix list" },
  ReferencedGroupId: { asked: "a referenced group id", kind: "referenced group id" },
};

/** The one member that says who, in words that moto's test of this operation was shown by AWS (getmoto/moto pull 8917). */
function peerMember(request: SecurityGroupRuleRequest): PeerMember {
  const [member, ...others] = PEER_MEMBERS.filter((name) => request[name] !== undefined);
  if (member === undefined) {
    throw new AwsError(
      "MissingParameter",
      "The request must contain exactly one of: cidrIp, cidrIpv6, prefixListId, or referencedGroupId",
    );
  }
  if (others.length === 0) return member;
  throw new AwsError(
    "InvalidParameterCombination",
    "Only one of cidrIp, cidrIpv6, prefixListId, or referencedGroupId can be specified",
  );
}

/** Throws InvalidParameterValue where a rule would become one of another kind: its peer may change, not the peer's kind. */
function checkKind(rule: SecurityGroupRule, asked: PeerMember): void {
  const before =
    PEER_MEMBERS.find((name) => name !== "ReferencedGroupId" && rule[name] !== undefined) ??
    "ReferencedGroupId";
  if (before === asked) return;
  throw new AwsError(
    "InvalidParameterValue",
    `Invalid rule type for security group rule '${rule.SecurityGroupRuleId ?? ""}'. You may not specify ${PEERS[asked].asked} for an existing ${PEERS[before].kind} rule.`,
  );
}

function readRequest(
  context: HandlerContext,
  group: StoredSecurityGroup,
  { rule, request }: { rule: SecurityGroupRule; request: SecurityGroupRuleRequest },
): RuleDraft {
  const member = peerMember(request);
  const draft = {
    ...readPorts(request),
    ...readDescription(request.Description),
  };
  checkKind(rule, member);
  switch (member) {
    case "CidrIpv4":
      return { ...draft, CidrIpv4: readRuleCidr(request.CidrIpv4, 4) };
    case "CidrIpv6":
      return { ...draft, CidrIpv6: readRuleCidr(request.CidrIpv6, 6) };
    case "PrefixListId":
      return { ...draft, PrefixListId: readPrefixListId(context, request.PrefixListId) };
    case "ReferencedGroupId": {
      const pair = { GroupId: request.ReferencedGroupId };
      const isEgress = rule.IsEgress === true;
      return { ...draft, ReferencedGroupInfo: readReferencedGroup(context, pair, { group, isEgress }) };
    }
  }
}

/** A rule that says something else from now on, under its old id and with its tags. */
function changed(rule: SecurityGroupRule, draft: RuleDraft): SecurityGroupRule {
  const { SecurityGroupRuleId, GroupId, GroupOwnerId, IsEgress, Tags, SecurityGroupRuleArn } = rule;
  return { SecurityGroupRuleId, GroupId, GroupOwnerId, IsEgress, ...draft, Tags, SecurityGroupRuleArn };
}

function readUpdates(
  context: HandlerContext,
  group: StoredSecurityGroup,
  updates: readonly SecurityGroupRuleUpdate[],
): Map<SecurityGroupRule, SecurityGroupRule> {
  const ruleIds = updates.map((update) => update.SecurityGroupRuleId ?? "");
  if (new Set(ruleIds).size < ruleIds.length) {
    throw new AwsError("InvalidParameterValue", "The same rule ID must not appear multiple times");
  }
  const rules = getRulesById(context.regionWorld, group, { ruleIds });
  return new Map(
    rules.map((rule, index) => {
      const request = updates[index]?.SecurityGroupRule;
      if (request === undefined) {
        throw new AwsError("MissingParameter", "The request must contain the parameter SecurityGroupRule");
      }
      return [rule, changed(rule, readRequest(context, group, { rule, request }))];
    }),
  );
}

/** Changes rules in place: all of them or, when one is refused, none. */
export const modifySecurityGroupRules: Handler<
  ModifySecurityGroupRulesCommandInput,
  Answer<ModifySecurityGroupRulesCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const group = getSecurityGroup(regionWorld, input.GroupId ?? "");
  const updates = readUpdates(context, group, input.SecurityGroupRules ?? []);
  for (const isEgress of [false, true]) {
    const after = rulesOfGroup(regionWorld, group.GroupId, isEgress).map((rule) => updates.get(rule) ?? rule);
    const keys = after.map(ruleKey);
    const twice = after.find((rule, index) => keys.indexOf(ruleKey(rule)) < index);
    if (twice !== undefined) {
      throw new AwsError(
        "InvalidPermission.Duplicate",
        `the specified rule "${spellRule(twice)}" already exists`,
      );
    }
    checkRuleQuota(regionWorld, after);
  }
  regionWorld.securityGroupRules = regionWorld.securityGroupRules.map((rule) => updates.get(rule) ?? rule);
  return { Return: true };
};
