import type {
  DescribeSecurityGroupReferencesCommandInput,
  DescribeSecurityGroupReferencesCommandOutput,
  SecurityGroupReference,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { StoredSecurityGroup } from "../../../world/world";
import { getSecurityGroup } from "./find-security-group";
import { findWayToGroup } from "./rules/referenced-group";

/** Who names a group across a peering connection or a transit gateway: in this region, of any account. */
function referencesTo(context: HandlerContext, named: StoredSecurityGroup): SecurityGroupReference[] {
  const { world, region } = context;
  const found = new Map<string, SecurityGroupReference>();
  for (const account of Object.values(world.accounts)) {
    const regionWorld = account.regions[region];
    for (const rule of regionWorld?.securityGroupRules ?? []) {
      const group = regionWorld?.securityGroups.find((candidate) => candidate.GroupId === rule.GroupId);
      const isMeant = rule.ReferencedGroupInfo?.GroupId === named.GroupId && group?.VpcId !== named.VpcId;
      if (regionWorld === undefined || group === undefined || !isMeant) continue;
      const isEgress = rule.IsEgress === true;
      const way = findWayToGroup({ world, region, regionWorld }, { group, isEgress }, named) ?? {};
      const { peeringId = rule.ReferencedGroupInfo?.VpcPeeringConnectionId, transitGatewayId } = way;
      if (peeringId === undefined && transitGatewayId === undefined) continue;
      found.set(`${group.VpcId ?? ""}/${peeringId ?? transitGatewayId ?? ""}`, {
        GroupId: named.GroupId,
        ReferencingVpcId: group.VpcId,
        ...(peeringId === undefined ? {} : { VpcPeeringConnectionId: peeringId }),
        ...(transitGatewayId === undefined ? {} : { TransitGatewayId: transitGatewayId }),
      });
    }
  }
  return [...found.values()];
}

export const describeSecurityGroupReferences: Handler<
  DescribeSecurityGroupReferencesCommandInput,
  Answer<DescribeSecurityGroupReferencesCommandOutput>
> = (context, input) => {
  const groups = (input.GroupId ?? []).map((id) => getSecurityGroup(context.regionWorld, id));
  return {
    SecurityGroupReferenceSet: groups.flatMap((group) => referencesTo(context, group)),
  };
};
