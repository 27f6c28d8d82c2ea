import type {
  DescribeVpcBlockPublicAccessExclusionsCommandInput,
  DescribeVpcBlockPublicAccessExclusionsCommandOutput,
  VpcBlockPublicAccessExclusion,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../../handler";
import { describeCollection, type Collection } from "../../describe/describe-collection";

/** Exclusions from the blocking of public access. */
export const exclusionCollection: Collection<VpcBlockPublicAccessExclusion> = {
  prefix: "vpcbpa-exclude",
  notFoundCode: "InvalidVpcBlockPublicAccessExclusionId.NotFound",
  notFoundMessage: "The vpcBlockPublicAccessExclusion ID '{id}' does not exist",
  malformedCode: "InvalidVpcBlockPublicAccessExclusionId.Malformed",
  list: ({ regionWorld }) => regionWorld.controls.blockPublicAccessExclusions,
  idOf: (exclusion) => exclusion.ExclusionId,
  tagsOf: (exclusion) => exclusion.Tags,
  filters: {
    "internet-gateway-exclusion-mode": (exclusion) => exclusion.InternetGatewayExclusionMode,
    "resource-arn": (exclusion) => exclusion.ResourceArn,
    state: (exclusion) => exclusion.State,
  },
};

export const describeVpcBlockPublicAccessExclusions: Handler<
  DescribeVpcBlockPublicAccessExclusionsCommandInput,
  Answer<DescribeVpcBlockPublicAccessExclusionsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, exclusionCollection, {
    ids: input.ExclusionIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { VpcBlockPublicAccessExclusions: items, ...page };
};
