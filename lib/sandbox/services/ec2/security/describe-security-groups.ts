import type {
  DescribeSecurityGroupsCommandInput,
  DescribeSecurityGroupsCommandOutput,
  SecurityGroup,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { securityGroupFilters } from "./security-group-filters";

/** Security groups. */
export const securityGroupCollection: Collection<SecurityGroup> = {
  prefix: "sg",
  notFoundCode: "InvalidGroup.NotFound",
  notFoundMessage: "The security group '{id}' does not exist",
  malformedCode: "InvalidGroupId.Malformed",
  list: ({ regionWorld }) => regionWorld.securityGroups,
  idOf: (group) => group.GroupId,
  tagsOf: (group) => group.Tags,
  filters: securityGroupFilters,
};

export const describeSecurityGroups: Handler<
  DescribeSecurityGroupsCommandInput,
  Answer<DescribeSecurityGroupsCommandOutput>
> = (context, input) => {
  const { GroupIds: ids, GroupNames: names, Filters, MaxResults, NextToken } = input;
  const { items, ...page } = describeCollection(context, securityGroupCollection, {
    ids,
    Filters,
    MaxResults,
    NextToken,
  });
  const [name] = names ?? [];
  if (name !== undefined) {
    // Names are looked up in the default VPC only, and the sandbox's regions have none.
    throw new AwsError(
      "InvalidGroup.NotFound",
      `The security group '${name}' does not exist in default VPC 'none'`,
    );
  }
  return { SecurityGroups: items, ...page };
};
