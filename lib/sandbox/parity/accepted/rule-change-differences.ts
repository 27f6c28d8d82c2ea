import type { DifferenceRow } from "../accepted-difference";
import { ERROR_CODES } from "./sources";

/** Where moto changes security group rules in another way than AWS. */
export const ruleChangeDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-differs",
    in: ["ModifySecurityGroupRules"],
    at: "error",
    moto: "400 InvalidSecurityGroupRuleId.NotFound",
    sandbox: "400 InvalidGroup.NotFound",
    because: "the group that is named does not exist; moto looks for its rule first",
    source: `${ERROR_CODES}: InvalidGroup.NotFound`,
  },
  {
    reason: "moto-lets-pass",
    in: ["UpdateSecurityGroupRuleDescriptionsIngress"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidPermission.NotFound",
    because: "a description needs a rule",
    source: "aws/aws-sdk-java issue 1810",
  },
  {
    reason: "moto-lets-pass",
    in: ["UpdateSecurityGroupRuleDescriptionsEgress"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidGroup.NotFound",
    because: "a rule needs a group",
    source: `${ERROR_CODES}: InvalidGroup.NotFound`,
  },
  {
    reason: "moto-lacks",
    in: ["UpdateSecurityGroupRuleDescriptionsIngress", "UpdateSecurityGroupRuleDescriptionsEgress"],
    at: "output.Return",
    moto: undefined,
    sandbox: true,
    because: "the answer says that it was done",
    source: "SDK type UpdateSecurityGroupRuleDescriptionsEgressResult.Return",
  },
];
