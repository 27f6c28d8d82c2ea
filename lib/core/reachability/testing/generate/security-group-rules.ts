import type { SecurityGroupRule } from "@aws-sdk/client-ec2";
import type { Resource } from "@/lib/core/network/network";
import { add, type PlaceDraft } from "./draft";

type Permission = NonNullable<Resource<"SecurityGroups">["IpPermissions"]>[number];

/** The rules of all groups of a place once more, one by one, as DescribeSecurityGroupRules gives them. */
export function addSecurityGroupRules(place: PlaceDraft): void {
  for (const { GroupId, IpPermissions = [], IpPermissionsEgress = [] } of place.resources.SecurityGroups ??
    []) {
    const rules = [
      ...IpPermissions.flatMap((permission) => rulesOf(permission, false)),
      ...IpPermissionsEgress.flatMap((permission) => rulesOf(permission, true)),
    ];
    const named = rules.map((rule, index) => ({
      ...rule,
      GroupId,
      SecurityGroupRuleId: `sgr-${GroupId ?? ""}-${index}`,
    }));
    add(place, "SecurityGroupRules", ...named);
  }
}

function rulesOf(permission: Permission, IsEgress: boolean): SecurityGroupRule[] {
  const { IpProtocol, FromPort, ToPort, IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs } = permission;
  const traffic = { IpProtocol, FromPort, ToPort, IsEgress };
  return [
    ...(IpRanges ?? []).map(({ CidrIp }) => ({ ...traffic, CidrIpv4: CidrIp })),
    ...(Ipv6Ranges ?? []).map(({ CidrIpv6 }) => ({ ...traffic, CidrIpv6 })),
    ...(PrefixListIds ?? []).map(({ PrefixListId }) => ({ ...traffic, PrefixListId })),
    ...(UserIdGroupPairs ?? []).map(({ GroupId }) => ({ ...traffic, ReferencedGroupInfo: { GroupId } })),
  ];
}
