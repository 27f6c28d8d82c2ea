import type { IdKind } from "../describe/pick-by-ids";

/** How EC2 words its complaints about ids of security groups. */
export const securityGroupIds: IdKind = {
  prefix: "sg",
  notFoundCode: "InvalidGroup.NotFound",
  notFoundMessage: "The security group '{id}' does not exist",
  malformedCode: "InvalidGroupId.Malformed",
};
