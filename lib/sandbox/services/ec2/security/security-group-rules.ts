import { createHash } from "node:crypto";
import type { IpPermission, SecurityGroup, SecurityGroupRule } from "@aws-sdk/client-ec2";

type Peer = Pick<
  SecurityGroupRule,
  "CidrIpv4" | "CidrIpv6" | "PrefixListId" | "ReferencedGroupInfo" | "Description"
>;

function peersOf(permission: IpPermission): Peer[] {
  const described = (description: string | undefined): Pick<Peer, "Description"> =>
    description === undefined ? {} : { Description: description };
  return [
    ...(permission.IpRanges ?? []).map((range) => ({
      CidrIpv4: range.CidrIp,
      ...described(range.Description),
    })),
    ...(permission.Ipv6Ranges ?? []).map((range) => ({
      CidrIpv6: range.CidrIpv6,
      ...described(range.Description),
    })),
    ...(permission.PrefixListIds ?? []).map((list) => ({
      PrefixListId: list.PrefixListId,
      ...described(list.Description),
    })),
    ...(permission.UserIdGroupPairs ?? []).map((pair) => ({
      ReferencedGroupInfo: {
        GroupId: pair.GroupId,
        UserId: pair.UserId,
        VpcId: pair.VpcId,
        VpcPeeringConnectionId: pair.VpcPeeringConnectionId,
      },
      ...described(pair.Description),
    })),
  ];
}

/** A rule's id follows from what the rule says, so that it needs no place in the world and stays while the rule does. */
function ruleId(parts: readonly unknown[]): string {
  return `sgr-0${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16)}`;
}

function toRules(group: SecurityGroup, permission: IpPermission, isEgress: boolean): SecurityGroupRule[] {
  const { IpProtocol: protocol, FromPort: from = -1, ToPort: to = -1 } = permission;
  return peersOf(permission).map((peer) => ({
    SecurityGroupRuleId: ruleId([group.GroupId, isEgress, protocol, from, to, peer]),
    GroupId: group.GroupId,
    GroupOwnerId: group.OwnerId,
    IsEgress: isEgress,
    IpProtocol: protocol,
    FromPort: from,
    ToPort: to,
    ...peer,
    Tags: [],
  }));
}

/** The rules of a group as DescribeSecurityGroupRules lists them: one for each peer of each permission. */
export function listSecurityGroupRules(group: SecurityGroup): SecurityGroupRule[] {
  return [
    ...(group.IpPermissions ?? []).flatMap((permission) => toRules(group, permission, false)),
    ...(group.IpPermissionsEgress ?? []).flatMap((permission) => toRules(group, permission, true)),
  ];
}
