import type {
  DescribeSecurityGroupVpcAssociationsCommandInput,
  DescribeSecurityGroupVpcAssociationsCommandOutput,
  SecurityGroupVpcAssociation,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../../handler";
import { createFilter, type FilterTable } from "../../describe/match-filters";
import { paginate } from "../../describe/paginate";

const filters: FilterTable<SecurityGroupVpcAssociation> = {
  "group-id": (association) => association.GroupId,
  "group-owner-id": (association) => association.GroupOwnerId,
  state: (association) => association.State,
  "vpc-id": (association) => association.VpcId,
  "vpc-owner-id": (association) => association.VpcOwnerId,
};

export const describeSecurityGroupVpcAssociations: Handler<
  DescribeSecurityGroupVpcAssociationsCommandInput,
  Answer<DescribeSecurityGroupVpcAssociationsCommandOutput>
> = ({ regionWorld, region }, input) => {
  const passes = createFilter(input.Filters, filters);
  const { items, ...page } = paginate(regionWorld.securityGroupVpcAssociations.filter(passes), input, {
    question: JSON.stringify(["DescribeSecurityGroupVpcAssociations", region, input.Filters ?? []]),
    keyOf: ({ GroupId, VpcId }) => `${GroupId ?? ""} ${VpcId ?? ""}`,
  });
  return { SecurityGroupVpcAssociations: items, ...page };
};
