import type { SecurityGroupRule, Tag } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../../handler";
import type { RegionWorld, StoredSecurityGroup } from "../../../../world/world";
import type { RuleDraft } from "./rule-draft";

/** The rules of a group, of both directions or of one. */
export function rulesOfGroup(
  regionWorld: RegionWorld,
  groupId: string | undefined,
  isEgress?: boolean,
): SecurityGroupRule[] {
  return regionWorld.securityGroupRules.filter(
    (rule) => rule.GroupId === groupId && (isEgress === undefined || rule.IsEgress === isEgress),
  );
}

/** Gives a group rules, each with an id of its own. */
export function addRules(
  { regionWorld, ids }: { regionWorld: RegionWorld; ids: Pick<HandlerContext["ids"], "id"> },
  group: StoredSecurityGroup,
  { isEgress, drafts, tags = [] }: { isEgress: boolean; drafts: readonly RuleDraft[]; tags?: readonly Tag[] },
): SecurityGroupRule[] {
  const rules = drafts.map((draft) => {
    const id = ids.id("sgr");
    const rule: SecurityGroupRule = {
      SecurityGroupRuleId: id,
      GroupId: group.GroupId,
      GroupOwnerId: group.OwnerId,
      IsEgress: isEgress,
      ...draft,
      Tags: tags.map((tag) => ({ ...tag })),
      SecurityGroupRuleArn: `arn:aws:ec2:${regionWorld.region}:${group.OwnerId ?? ""}:security-group-rule/${id}`,
    };
    return rule;
  });
  regionWorld.securityGroupRules.push(...rules);
  return rules;
}
