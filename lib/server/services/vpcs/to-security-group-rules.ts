import type { IpPermission } from "@aws-sdk/client-ec2";
import type { SecurityGroupRuleRow } from "@/lib/contract/functions";
import type { Recorded } from "@/lib/core/network/resources";

type Permission = Recorded<IpPermission>;
type Peer = Pick<SecurityGroupRuleRow, "peer" | "peerKind" | "description">;

/** Allow rules one by one, as the console's tables show them: AWS groups them by protocol and ports. */
export function toSecurityGroupRules(
  securityGroupId: string,
  direction: SecurityGroupRuleRow["direction"],
  permissions: readonly Permission[],
): SecurityGroupRuleRow[] {
  return permissions.flatMap((permission) => {
    const protocol = protocolName(permission.IpProtocol);
    const ports = portRange(protocol, permission);
    return peersOf(permission).map((peer) => ({ securityGroupId, direction, protocol, ports, ...peer }));
  });
}

function peersOf(permission: Permission): Peer[] {
  const { IpRanges, Ipv6Ranges, UserIdGroupPairs, PrefixListIds } = permission;
  return [
    ...(IpRanges ?? []).map(({ CidrIp, Description }) => peer("cidr", CidrIp, Description)),
    ...(Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) => peer("cidr", CidrIpv6, Description)),
    ...(UserIdGroupPairs ?? []).map(({ GroupId, Description }) =>
      peer("security-group", GroupId, Description),
    ),
    ...(PrefixListIds ?? []).map(({ PrefixListId, Description }) =>
      peer("prefix-list", PrefixListId, Description),
    ),
  ];
}

function peer(peerKind: Peer["peerKind"], id: string | undefined, description: string | undefined): Peer {
  return { peer: id ?? "unknown", peerKind, description: description ?? null };
}

/** Source: EC2 API, IpPermission: `-1` is every protocol; the four with names come as names or as numbers. */
const PROTOCOL_NAMES: ReadonlyMap<string, string> = new Map([
  ["-1", "all"],
  ["1", "icmp"],
  ["6", "tcp"],
  ["17", "udp"],
  ["58", "icmpv6"],
]);

function protocolName(protocol = "-1"): string {
  return PROTOCOL_NAMES.get(protocol) ?? protocol;
}

/** Ports count for TCP and UDP only; for ICMP the same members hold type and code, with -1 for any. */
function portRange(protocol: string, { FromPort: from = -1, ToPort: to = -1 }: Permission): string {
  switch (protocol) {
    case "tcp":
    case "udp":
      if (from < 0 || (from === 0 && to === 65_535)) return "all";
      return from === to ? String(from) : `${from}–${to}`;
    case "icmp":
    case "icmpv6":
      if (from < 0) return "all";
      return to < 0 ? `type ${from}` : `type ${from}, code ${to}`;
    default:
      return "all";
  }
}
