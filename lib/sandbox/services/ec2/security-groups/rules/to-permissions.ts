import type { IpPermission, SecurityGroupRule } from "@aws-sdk/client-ec2";

/** Protocols whose permissions show ports; every other means all of them (EC2 API reference: IpPermission). */
const WITH_PORTS = new Set(["tcp", "udp", "icmp", "icmpv6"]);

type Peers = Required<Pick<IpPermission, "IpRanges" | "Ipv6Ranges" | "PrefixListIds" | "UserIdGroupPairs">>;

function addPeer(peers: Peers, rule: SecurityGroupRule): void {
  const described = rule.Description === undefined ? {} : { Description: rule.Description };
  if (rule.CidrIpv4 !== undefined) peers.IpRanges?.push({ CidrIp: rule.CidrIpv4, ...described });
  if (rule.CidrIpv6 !== undefined) peers.Ipv6Ranges?.push({ CidrIpv6: rule.CidrIpv6, ...described });
  if (rule.PrefixListId !== undefined) {
    peers.PrefixListIds?.push({ PrefixListId: rule.PrefixListId, ...described });
  }
  if (rule.ReferencedGroupInfo !== undefined) {
    peers.UserIdGroupPairs?.push({ ...rule.ReferencedGroupInfo, ...described });
  }
}

/** Rules as DescribeSecurityGroups shows them: one permission for each protocol and range of ports, with all its peers. */
export function toPermissions(rules: readonly SecurityGroupRule[]): IpPermission[] {
  const permissions = new Map<string, IpPermission & Peers>();
  for (const rule of rules) {
    const { IpProtocol = "-1", FromPort, ToPort } = rule;
    const key = [IpProtocol, FromPort, ToPort].join("|");
    const permission = permissions.get(key) ?? {
      IpProtocol,
      ...(WITH_PORTS.has(IpProtocol) ? { FromPort, ToPort } : {}),
      IpRanges: [],
      Ipv6Ranges: [],
      PrefixListIds: [],
      UserIdGroupPairs: [],
    };
    addPeer(permission, rule);
    permissions.set(key, permission);
  }
  return [...permissions.values()];
}
