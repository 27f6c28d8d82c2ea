import type { IpPermission, SecurityGroup } from "@aws-sdk/client-ec2";
import type { FilterTable, FilterValue } from "../describe/match-filters";

type PermissionFilter = readonly [string, (permission: IpPermission) => FilterValue | FilterValue[]];

const PERMISSION_FILTERS: readonly PermissionFilter[] = [
  ["cidr", (permission) => permission.IpRanges?.map((range) => range.CidrIp) ?? []],
  ["from-port", (permission) => permission.FromPort],
  ["group-id", (permission) => permission.UserIdGroupPairs?.map((pair) => pair.GroupId) ?? []],
  ["group-name", (permission) => permission.UserIdGroupPairs?.map((pair) => pair.GroupName) ?? []],
  ["ipv6-cidr", (permission) => permission.Ipv6Ranges?.map((range) => range.CidrIpv6) ?? []],
  ["prefix-list-id", (permission) => permission.PrefixListIds?.map((list) => list.PrefixListId) ?? []],
  ["protocol", (permission) => permission.IpProtocol],
  ["to-port", (permission) => permission.ToPort],
  ["user-id", (permission) => permission.UserIdGroupPairs?.map((pair) => pair.UserId) ?? []],
];

/** A group passes two permission filters even by two different rules: that is how EC2 documents it. */
function permissionTable(
  prefix: string,
  permissionsOf: (group: SecurityGroup) => IpPermission[] | undefined,
): FilterTable<SecurityGroup> {
  return Object.fromEntries(
    PERMISSION_FILTERS.map(([name, read]) => [
      `${prefix}.${name}`,
      (group: SecurityGroup) => (permissionsOf(group) ?? []).flatMap(read),
    ]),
  );
}

/** Filters of DescribeSecurityGroups (EC2 API reference). */
export const securityGroupFilters: FilterTable<SecurityGroup> = {
  description: (group) => group.Description,
  ...permissionTable("ip-permission", (group) => group.IpPermissions),
  ...permissionTable("egress.ip-permission", (group) => group.IpPermissionsEgress),
  "group-id": (group) => group.GroupId,
  "group-name": (group) => group.GroupName,
  "owner-id": (group) => group.OwnerId,
  "vpc-id": (group) => group.VpcId,
};
