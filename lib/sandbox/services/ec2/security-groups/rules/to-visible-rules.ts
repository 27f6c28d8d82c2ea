import type { ReferencedSecurityGroup, SecurityGroupRule } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../../handler";

type Context = Pick<HandlerContext, "world" | "regionWorld" | "region">;

/** The ids of every group of the region, whoever owns it. */
function groupIdsOf({ world, region }: Context): ReadonlySet<string | undefined> {
  const groups = Object.values(world.accounts).flatMap(
    (account) => account.regions[region]?.securityGroups ?? [],
  );
  return new Set(groups.map((group) => group.GroupId));
}

/**
 * A named group as reads show it: with the state of the connection that leads there, and without its owner once the
 * group is deleted, which is how a stale rule looks (EC2 API reference: UserIdGroupPair).
 */
function toVisibleReference(
  context: Context,
  known: ReadonlySet<string | undefined>,
  reference: ReferencedSecurityGroup,
): ReferencedSecurityGroup {
  const { UserId: userId, ...rest } = reference;
  const peeringId = reference.VpcPeeringConnectionId;
  const peering = context.regionWorld.vpcPeeringConnections.find(
    (candidate) => candidate.VpcPeeringConnectionId === peeringId,
  );
  return {
    ...rest,
    ...(known.has(reference.GroupId) ? { UserId: userId } : {}),
    ...(peeringId === undefined ? {} : { PeeringStatus: peering?.Status?.Code ?? "deleted" }),
  };
}

/** Rules as DescribeSecurityGroupRules shows them. */
export function toVisibleRules(context: Context, rules: readonly SecurityGroupRule[]): SecurityGroupRule[] {
  const known = groupIdsOf(context);
  return rules.map((rule) =>
    rule.ReferencedGroupInfo === undefined
      ? rule
      : { ...rule, ReferencedGroupInfo: toVisibleReference(context, known, rule.ReferencedGroupInfo) },
  );
}
