import type { ReferencedSecurityGroup, SecurityGroupRule } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../../handler";
import { findGroupAnywhere } from "./referenced-group";

type Context = Pick<HandlerContext, "world" | "regionWorld" | "region">;

/**
 * A named group as reads show it: with the state of the connection that leads there, and without its owner once the
 * group is deleted, which is how a stale rule looks (EC2 API reference: UserIdGroupPair).
 */
function toVisibleReference(context: Context, reference: ReferencedSecurityGroup): ReferencedSecurityGroup {
  const { UserId: userId, ...rest } = reference;
  const isThere = findGroupAnywhere(context, reference.GroupId) !== undefined;
  const peeringId = reference.VpcPeeringConnectionId;
  const peering = context.regionWorld.vpcPeeringConnections.find(
    (candidate) => candidate.VpcPeeringConnectionId === peeringId,
  );
  return {
    ...rest,
    ...(isThere ? { UserId: userId } : {}),
    ...(peeringId === undefined ? {} : { PeeringStatus: peering?.Status?.Code ?? "deleted" }),
  };
}

/** A rule as DescribeSecurityGroupRules shows it. */
export function toVisibleRule(context: Context, rule: SecurityGroupRule): SecurityGroupRule {
  if (rule.ReferencedGroupInfo === undefined) return rule;
  return { ...rule, ReferencedGroupInfo: toVisibleReference(context, rule.ReferencedGroupInfo) };
}
