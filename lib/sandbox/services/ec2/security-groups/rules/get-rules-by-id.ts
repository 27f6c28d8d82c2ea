import type { SecurityGroupRule } from "@aws-sdk/client-ec2";
import type { RegionWorld, StoredSecurityGroup } from "../../../../world/world";
import { idError } from "../../describe/pick-by-ids";
import { rulesOfGroup } from "./rules-of-group";
import { securityGroupRuleIds } from "./security-group-rule-ids";

/** A group's rules with these ids. Throws InvalidSecurityGroupRuleId.NotFound for one that is not of it, or direction. */
export function getRulesById(
  regionWorld: RegionWorld,
  group: StoredSecurityGroup,
  { ruleIds, isEgress }: { ruleIds: readonly string[]; isEgress?: boolean },
): SecurityGroupRule[] {
  const rules = rulesOfGroup(regionWorld, group.GroupId, isEgress);
  return [...new Set(ruleIds)].map((id) => {
    const rule = rules.find((candidate) => candidate.SecurityGroupRuleId === id);
    if (rule === undefined) throw idError(securityGroupRuleIds, id);
    return rule;
  });
}
