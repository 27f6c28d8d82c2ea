import type {
  GetSecurityGroupsForVpcCommandInput,
  GetSecurityGroupsForVpcCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import type { StoredSecurityGroup } from "../../../world/world";
import { createFilter, type FilterTable } from "../describe/match-filters";
import { paginate } from "../describe/paginate";
import { pickByIds } from "../describe/pick-by-ids";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { groupsForVpc } from "./groups-for-vpc";

const filters: FilterTable<StoredSecurityGroup> = {
  description: (group) => group.Description,
  "group-id": (group) => group.GroupId,
  "group-name": (group) => group.GroupName,
  "owner-id": (group) => group.OwnerId,
  "primary-vpc-id": (group) => group.VpcId,
};

/** The groups that interfaces of a VPC may have: its own, and those associated with it. */
export const getSecurityGroupsForVpc: Handler<
  GetSecurityGroupsForVpcCommandInput,
  Answer<GetSecurityGroupsForVpcCommandOutput>
> = (context, input) => {
  const vpcId = input.VpcId ?? "";
  pickByIds(context.regionWorld.vpcs, [vpcId], vpcCollection);
  const passes = createFilter(input.Filters, filters, (group) => group.Tags);
  const groups = groupsForVpc(context.regionWorld, vpcId).filter(passes);
  const { items, ...page } = paginate(groups, input, {
    question: JSON.stringify(["GetSecurityGroupsForVpc", vpcId, input.Filters ?? []]),
    keyOf: (group) => group.GroupId,
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
