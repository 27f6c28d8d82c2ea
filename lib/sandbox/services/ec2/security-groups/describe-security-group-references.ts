import type {
  DescribeSecurityGroupReferencesCommandInput,
  DescribeSecurityGroupReferencesCommandOutput,
  SecurityGroupReference,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { getSecurityGroup } from "./find-security-group";
import { findGroupAnywhere } from "./rules/referenced-group";

/** Who names a group across a peering connection: in this region, of any account. */
function referencesTo({ world, region }: HandlerContext, groupId: string): SecurityGroupReference[] {
  const rules = Object.values(world.accounts)
    .flatMap((account) => account.regions[region]?.securityGroupRules ?? [])
    .filter((rule) => rule.ReferencedGroupInfo?.GroupId === groupId)
    .filter((rule) => rule.ReferencedGroupInfo?.VpcPeeringConnectionId !== undefined);
  const found = new Map<string, SecurityGroupReference>();
  for (const rule of rules) {
    const vpcId = findGroupAnywhere({ world, region }, rule.GroupId)?.VpcId ?? "";
    const peeringId = rule.ReferencedGroupInfo?.VpcPeeringConnectionId;
    found.set(`${vpcId}/${peeringId ?? ""}`, {
      GroupId: groupId,
      ReferencingVpcId: vpcId,
      VpcPeeringConnectionId: peeringId,
    });
  }
  return [...found.values()];
}

export const describeSecurityGroupReferences: Handler<
  DescribeSecurityGroupReferencesCommandInput,
  Answer<DescribeSecurityGroupReferencesCommandOutput>
> = (context, input) => {
  const groups = (input.GroupId ?? []).map((id) => getSecurityGroup(context.regionWorld, id));
  return {
    SecurityGroupReferenceSet: groups.flatMap((group) => referencesTo(context, group.GroupId ?? "")),
  };
};
