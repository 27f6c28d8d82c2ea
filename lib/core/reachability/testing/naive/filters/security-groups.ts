import type { IpPermission } from "@aws-sdk/client-ec2";
import type { Recorded } from "@/lib/core/network/resources";
import { isIpv6, isWithin } from "../places/addresses";
import { isIcmpPart, isPortWithin } from "./network-acls";
import { prefixListCidrs } from "./prefix-lists";
import { egressReference, ingressReference } from "./references";
import { Blocked, type Packet, type Walk } from "../walk";

type Permission = Recorded<IpPermission>;
type Answer = "yes" | "no" | "unknown";

/** The groups of the sender let it out. */
export function passEgress(walk: Walk, groupIds: readonly string[], vpcId: string): void {
  pass(walk, groupIds, "IpPermissionsEgress", walk.packet.destination, (groupId) =>
    egressReference(walk, groupId, vpcId),
  );
}

/** The groups of an interface let it in. */
export function passIngress(walk: Walk, groupIds: readonly string[], vpcId: string): void {
  pass(walk, groupIds, "IpPermissions", walk.packet.source, (groupId) =>
    ingressReference(walk, groupId, vpcId),
  );
}

function pass(
  walk: Walk,
  groupIds: readonly string[],
  side: "IpPermissions" | "IpPermissionsEgress",
  remote: string,
  reference: (groupId: string) => Answer,
): void {
  let answer: Answer = groupIds.length === 0 ? "unknown" : "no";
  for (const groupId of groupIds) {
    const group = groupOf(walk, groupId);
    if (!group) answer = "unknown";
    for (const permission of group?.[side] ?? []) {
      if (!isTraffic(permission, walk.packet)) continue;
      const one = remoteAnswer(walk, permission, remote, reference);
      if (one === "yes") return;
      if (one === "unknown") answer = "unknown";
    }
  }
  if (answer === "no") throw new Blocked(`ENI_SG_RULES_MISMATCH ${side}`);
  walk.doubts.push(`NOT_EVALUATED_UNREAD ${side} of ${groupIds.join(",")}`);
}

interface Rules {
  IpPermissions?: Permission[] | undefined;
  IpPermissionsEgress?: Permission[] | undefined;
}

/** The rules of a group; where only single rules were read, those of them that name it. */
function groupOf({ network }: Walk, groupId: string): Rules | undefined {
  const known = network.securityGroups.get(groupId)?.resource;
  if (known) return known;
  const found: Required<Rules> = { IpPermissions: [], IpPermissionsEgress: [] };
  for (const { resource } of network.securityGroupRules.values()) {
    if (resource.GroupId !== groupId) continue;
    const { IpProtocol, FromPort, ToPort, CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupInfo } = resource;
    const permission = {
      IpProtocol,
      FromPort,
      ToPort,
      IpRanges: CidrIpv4 === undefined ? [] : [{ CidrIp: CidrIpv4 }],
      Ipv6Ranges: CidrIpv6 === undefined ? [] : [{ CidrIpv6 }],
      PrefixListIds: PrefixListId === undefined ? [] : [{ PrefixListId }],
      UserIdGroupPairs: ReferencedGroupInfo ? [{ GroupId: ReferencedGroupInfo.GroupId }] : [],
    };
    found[resource.IsEgress === true ? "IpPermissionsEgress" : "IpPermissions"]?.push(permission);
  }
  // A group without a single rule may as well be somebody else's.
  const isNamed = [found.IpPermissions, found.IpPermissionsEgress].some((list) => (list ?? []).length > 0);
  return isNamed ? found : undefined;
}

/** Whether no rule lets such a packet in from anybody: then it is refused whatever address it comes from. */
export function refusesAny(walk: Walk, groupIds: readonly string[]): boolean {
  if (groupIds.length === 0) return false;
  return groupIds.every((groupId) => {
    const group = groupOf(walk, groupId);
    return group && !(group.IpPermissions ?? []).some((one) => isTraffic(one, walk.packet) && hasRemote(one));
  });
}

function hasRemote({ IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs }: Permission): boolean {
  return [IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs].some((list) => (list ?? []).length > 0);
}

const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/** Protocol and ports; ICMP's type and code stand in the ports. Any other protocol has none. */
function isTraffic({ IpProtocol = "-1", FromPort, ToPort }: Permission, packet: Packet): boolean {
  const protocol = NUMBERS[IpProtocol.toLowerCase()] ?? Number(IpProtocol);
  if (protocol === -1) return true;
  if (protocol !== packet.protocol) return false;
  if (protocol === 6 || protocol === 17) return isPortWithin(packet.destinationPort, FromPort, ToPort);
  if (protocol !== 1 && protocol !== 58) return true;
  return isIcmpPart(packet.icmp?.type, FromPort) && isIcmpPart(packet.icmp?.code, ToPort);
}

function remoteAnswer(
  { network, packet }: Walk,
  permission: Permission,
  remote: string,
  reference: (groupId: string) => Answer,
): Answer {
  const ranges = isIpv6(remote)
    ? (permission.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6)
    : (permission.IpRanges ?? []).map(({ CidrIp }) => CidrIp);
  if (ranges.some((cidr) => isWithin(remote, cidr))) return "yes";
  let answer: Answer = "no";
  for (const { PrefixListId } of permission.PrefixListIds ?? []) {
    const cidrs = prefixListCidrs(network, PrefixListId ?? "");
    if (PrefixListId === packet.list && remote === packet.destination) return "yes";
    if (cidrs === undefined) answer = "unknown";
    else if (cidrs.some((cidr) => isWithin(remote, cidr))) return "yes";
  }
  for (const { GroupId } of permission.UserIdGroupPairs ?? []) {
    const one = reference(GroupId ?? "");
    if (one === "yes") return "yes";
    if (one === "unknown") answer = "unknown";
  }
  return answer;
}
