import type { IdKind } from "../../describe/pick-by-ids";

/** How EC2 words its complaints about ids of rules. */
export const securityGroupRuleIds: IdKind = {
  prefix: "sgr",
  notFoundCode: "InvalidSecurityGroupRuleId.NotFound",
  notFoundMessage: "The security group rule ID '{id}' does not exist",
  malformedCode: "InvalidSecurityGroupRuleId.Malformed",
};
