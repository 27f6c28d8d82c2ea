import type {
  DescribeSecurityGroupRulesCommandInput,
  DescribeSecurityGroupRulesCommandOutput,
  SecurityGroupRule,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../../handler";
import { describeCollection, type Collection } from "../../describe/describe-collection";
import { securityGroupRuleIds } from "./security-group-rule-ids";
import { toVisibleRules } from "./to-visible-rules";

/** Rules of security groups, one for each peer. */
const securityGroupRuleCollection: Collection<SecurityGroupRule> = {
  ...securityGroupRuleIds,
  list: (context) => toVisibleRules(context, context.regionWorld.securityGroupRules),
  idOf: (rule) => rule.SecurityGroupRuleId,
  tagsOf: (rule) => rule.Tags,
  filters: {
    "group-id": (rule) => rule.GroupId,
    "security-group-rule-id": (rule) => rule.SecurityGroupRuleId,
  },
};

export const describeSecurityGroupRules: Handler<
  DescribeSecurityGroupRulesCommandInput,
  Answer<DescribeSecurityGroupRulesCommandOutput>
> = (context, input) => {
  const { SecurityGroupRuleIds: ids, Filters, MaxResults, NextToken } = input;
  const { items, ...page } = describeCollection(context, securityGroupRuleCollection, {
    ids,
    Filters,
    MaxResults,
    NextToken,
  });
  return { SecurityGroupRules: items, ...page };
};
