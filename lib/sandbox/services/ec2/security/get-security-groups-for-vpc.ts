import type {
  GetSecurityGroupsForVpcCommandInput,
  GetSecurityGroupsForVpcCommandOutput,
  SecurityGroup,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { createFilter, type FilterTable } from "../describe/match-filters";
import { paginate } from "../describe/paginate";
import { pickByIds } from "../describe/pick-by-ids";
import { vpcCollection } from "../vpcs/describe-vpcs";

const filters: FilterTable<SecurityGroup> = {
  description: (group) => group.Description,
  "group-id": (group) => group.GroupId,
  "group-name": (group) => group.GroupName,
  "owner-id": (group) => group.OwnerId,
  "primary-vpc-id": (group) => group.VpcId,
};

/** The groups that interfaces of a VPC may have. Groups associated from other VPCs are not modelled. */
export const getSecurityGroupsForVpc: Handler<
  GetSecurityGroupsForVpcCommandInput,
  Answer<GetSecurityGroupsForVpcCommandOutput>
> = ({ regionWorld }, input) => {
  pickByIds(regionWorld.vpcs, input.VpcId === undefined ? [] : [input.VpcId], vpcCollection);
  const passes = createFilter(input.Filters, filters, (group) => group.Tags);
  const groups = regionWorld.securityGroups.filter((group) => group.VpcId === input.VpcId && passes(group));
  const { items, ...page } = paginate(groups, input, {
    question: JSON.stringify(["GetSecurityGroupsForVpc", input.VpcId, input.Filters ?? []]),
  });
  return {
    SecurityGroupForVpcs: items.map((group) => ({
      Description: group.Description,
      GroupId: group.GroupId,
      GroupName: group.GroupName,
      OwnerId: group.OwnerId,
      PrimaryVpcId: group.VpcId,
      Tags: group.Tags,
    })),
    ...page,
  };
};
