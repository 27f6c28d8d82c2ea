import type { IpPermission } from "@aws-sdk/client-ec2";
import type { Network, Resource } from "../../network/network";
import type { Recorded } from "../../network/resources";

type Rule = Resource<"SecurityGroupRules">;

/**
 * Security groups as DescribeSecurityGroupRules tells of them, by id: for those that DescribeSecurityGroups did not give.
 * One without rules is not among them, so nothing says that it has none.
 */
export function groupsOfRules(network: Network): ReadonlyMap<string, Resource<"SecurityGroups">> {
  const rules = new Map<string, Rule[]>();
  for (const { resource, captureIndex } of network.securityGroupRules.values()) {
    const { GroupId } = resource;
    const coverage = network.captures[captureIndex]?.coverage.get("DescribeSecurityGroupRules");
    if (GroupId === undefined || network.securityGroups.has(GroupId) || coverage?.status !== "ok") continue;
    const own = rules.get(GroupId);
    if (own) own.push(resource);
    else rules.set(GroupId, [resource]);
  }
  return new Map([...rules].map(([groupId, own]) => [groupId, toGroup(groupId, own)]));
}

function toGroup(GroupId: string, rules: readonly Rule[]): Resource<"SecurityGroups"> {
  return {
    GroupId,
    IpPermissions: rules.filter(({ IsEgress }) => IsEgress !== true).map(toPermission),
    IpPermissionsEgress: rules.filter(({ IsEgress }) => IsEgress === true).map(toPermission),
  };
}

function toPermission({
  IpProtocol,
  FromPort,
  ToPort,
  CidrIpv4: CidrIp,
  CidrIpv6,
  PrefixListId,
  ReferencedGroupInfo,
}: Rule): Recorded<IpPermission> {
  return {
    IpProtocol,
    FromPort,
    ToPort,
    ...(CidrIp !== undefined && { IpRanges: [{ CidrIp }] }),
    ...(CidrIpv6 !== undefined && { Ipv6Ranges: [{ CidrIpv6 }] }),
    ...(PrefixListId !== undefined && { PrefixListIds: [{ PrefixListId }] }),
    ...(ReferencedGroupInfo && { UserIdGroupPairs: [{ GroupId: ReferencedGroupInfo.GroupId }] }),
  };
}
