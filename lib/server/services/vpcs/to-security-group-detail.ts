import type { SecurityGroupDetail } from "@/lib/contract/functions";
import { coverageOf } from "@/lib/core/network/coverage-of";
import type { Network, Resource } from "@/lib/core/network/network";
import { toSecurityGroupRules } from "./to-security-group-rules";

/**
 * A security group with its rules, as it was read just now or else as the snapshot holds it; one that was not read has
 * its id and says that its rules are not known.
 */
export function toSecurityGroupDetail(
  network: Network,
  groupId: string,
  functionCounts: ReadonlyMap<string, number>,
  fresh?: Resource<"SecurityGroups">,
): SecurityGroupDetail {
  const located = network.securityGroups.get(groupId);
  const { GroupName, Description, VpcId, IpPermissions, IpPermissionsEgress } =
    fresh ?? located?.resource ?? {};
  const isRead =
    fresh !== undefined ||
    (located !== undefined && coverageOf(network, "DescribeSecurityGroups", located).status === "ok");
  return {
    groupId,
    groupName: GroupName ?? null,
    description: Description ?? null,
    vpcId: VpcId ?? null,
    rulesKnown: isRead || IpPermissions !== undefined || IpPermissionsEgress !== undefined,
    rules: [
      ...toSecurityGroupRules(groupId, "inbound", IpPermissions ?? []),
      ...toSecurityGroupRules(groupId, "outbound", IpPermissionsEgress ?? []),
    ],
    functionCount: functionCounts.get(groupId) ?? 0,
  };
}

/** Functions (`$LATEST`) by the security groups they use. */
export function countFunctionsByGroup({ connections }: Pick<Network, "connections">): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { securityGroupIds, functionArns } of connections.values()) {
    for (const groupId of securityGroupIds)
      counts.set(groupId, (counts.get(groupId) ?? 0) + functionArns.length);
  }
  return counts;
}
