import type {
  SecurityGroupRule,
  UpdateSecurityGroupRuleDescriptionsEgressCommandInput,
  UpdateSecurityGroupRuleDescriptionsEgressCommandOutput,
  UpdateSecurityGroupRuleDescriptionsIngressCommandInput,
  UpdateSecurityGroupRuleDescriptionsIngressCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../../handler";
import { findRequestedGroup } from "../find-security-group";
import { getRulesById } from "./get-rules-by-id";
import { readDescription } from "./read-description";
import { readPermissions } from "./read-permissions";
import { ruleKey } from "./rule-draft";
import { rulesOfGroup } from "./rules-of-group";

type Described = readonly [SecurityGroupRule, string | undefined];

function findDescribed(
  context: HandlerContext,
  input: UpdateSecurityGroupRuleDescriptionsIngressCommandInput,
  isEgress: boolean,
): Described[] {
  const { regionWorld } = context;
  const group = findRequestedGroup(regionWorld, input);
  const { IpPermissions: permissions = [], SecurityGroupRuleDescriptions: descriptions = [] } = input;
  if ((permissions.length === 0) === (descriptions.length === 0)) {
    throw new AwsError(
      permissions.length === 0 ? "MissingParameter" : "InvalidParameterCombination",
      "Either 'ipPermissions' or 'securityGroupRuleDescriptions' should be provided.",
    );
  }
  if (descriptions.length > 0) {
    return descriptions.flatMap(({ SecurityGroupRuleId: id = "", Description: description }) =>
      getRulesById(regionWorld, group, { ruleIds: [id], isEgress }).map(
        (rule) => [rule, description] as const,
      ),
    );
  }
  const rules = rulesOfGroup(regionWorld, group.GroupId, isEgress);
  const drafts = readPermissions(context, permissions, (pair) => ({ GroupId: pair.GroupId }));
  return drafts.map((draft) => {
    const rule = rules.find((candidate) => ruleKey(candidate) === ruleKey(draft));
    if (rule !== undefined) return [rule, draft.Description] as const;
    throw new AwsError(
      "InvalidPermission.NotFound",
      "The specified rule does not exist in this security group.",
    );
  });
}

/** "You can remove a description for a security group rule by omitting the description parameter" (API reference). */
function update(
  context: HandlerContext,
  input: UpdateSecurityGroupRuleDescriptionsIngressCommandInput,
  isEgress: boolean,
): { Return: boolean } {
  const described = findDescribed(context, input, isEgress).map(
    ([rule, description]) => [rule, readDescription(description)] as const,
  );
  for (const [rule, member] of described) {
    delete rule.Description;
    Object.assign(rule, member);
  }
  return { Return: true };
}

export const updateSecurityGroupRuleDescriptionsIngress: Handler<
  UpdateSecurityGroupRuleDescriptionsIngressCommandInput,
  Answer<UpdateSecurityGroupRuleDescriptionsIngressCommandOutput>
> = (context, input) => update(context, input, false);

export const updateSecurityGroupRuleDescriptionsEgress: Handler<
  UpdateSecurityGroupRuleDescriptionsEgressCommandInput,
  Answer<UpdateSecurityGroupRuleDescriptionsEgressCommandOutput>
> = (context, input) => update(context, input, true);
