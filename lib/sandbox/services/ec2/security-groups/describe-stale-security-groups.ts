import type {
  DescribeStaleSecurityGroupsCommandInput,
  DescribeStaleSecurityGroupsCommandOutput,
  SecurityGroupRule,
  StaleIpPermission,
  StaleSecurityGroup,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { StoredSecurityGroup } from "../../../world/world";
import { paginate } from "../describe/paginate";
import { pickByIds } from "../describe/pick-by-ids";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { findGroupAnywhere, findWayToGroup } from "./rules/referenced-group";
import { rulesOfGroup } from "./rules/rules-of-group";
import { toPermissions } from "./rules/to-permissions";
import { toVisibleRules } from "./rules/to-visible-rules";

/** A rule is stale when it names a deleted group, or one to which no way leads any more (EC2 API reference). */
function isStale(context: HandlerContext, group: StoredSecurityGroup, rule: SecurityGroupRule): boolean {
  const reference = rule.ReferencedGroupInfo;
  if (reference?.VpcId === undefined) return false;
  const named = findGroupAnywhere(context, reference.GroupId);
  if (named === undefined) return true;
  return findWayToGroup(context, { group, isEgress: rule.IsEgress === true }, named) === undefined;
}

function toStalePermissions(rules: readonly SecurityGroupRule[]): StaleIpPermission[] {
  return toPermissions(rules).map(({ IpProtocol, FromPort, ToPort, UserIdGroupPairs }) => ({
    IpProtocol,
    FromPort,
    ToPort,
    IpRanges: [],
    PrefixListIds: [],
    UserIdGroupPairs,
  }));
}

function findStale(context: HandlerContext, group: StoredSecurityGroup): StaleSecurityGroup[] {
  const rules = rulesOfGroup(context.regionWorld, group.GroupId);
  const stale = toVisibleRules(
    context,
    rules.filter((rule) => isStale(context, group, rule)),
  );
  if (stale.length === 0) return [];
  const { GroupId, GroupName, Description, VpcId } = group;
  return [
    {
      GroupId,
      GroupName,
      Description,
      VpcId,
      StaleIpPermissions: toStalePermissions(stale.filter((rule) => rule.IsEgress !== true)),
      StaleIpPermissionsEgress: toStalePermissions(stale.filter((rule) => rule.IsEgress === true)),
    },
  ];
}

export const describeStaleSecurityGroups: Handler<
  DescribeStaleSecurityGroupsCommandInput,
  Answer<DescribeStaleSecurityGroupsCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const vpcId = input.VpcId ?? "";
  pickByIds(regionWorld.vpcs, [vpcId], vpcCollection);
  const stale = regionWorld.securityGroups
    .filter((group) => group.VpcId === vpcId)
    .flatMap((group) => findStale(context, group));
  const { items, ...page } = paginate(stale, input, {
    question: JSON.stringify(["DescribeStaleSecurityGroups", vpcId]),
    keyOf: (group) => group.GroupId,
  });
  return { StaleSecurityGroupSet: items, ...page };
};
