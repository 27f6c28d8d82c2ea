import type { NetworkAclEntry } from "@aws-sdk/client-ec2";
import type { Recorded } from "@/lib/core/network/resources";
import { isIpv6, isWithin } from "../places/addresses";
import { told } from "../places/told";
import { Blocked, type Packet, type Walk } from "../walk";

type Entry = Recorded<NetworkAclEntry>;

/** The packet crosses the boundary of a subnet outwards. */
export function leaveSubnet(walk: Walk, subnetId: string): void {
  walk.hasLeft ||= walk.direction === "forward";
  crossBoundary(walk, subnetId, true);
}

export function enterSubnet(walk: Walk, subnetId: string): void {
  crossBoundary(walk, subnetId, false);
}

function crossBoundary({ network, packet, doubts }: Walk, subnetId: string, isEgress: boolean): void {
  const entries = entriesOf(network, subnetId);
  if (entries === undefined) {
    doubts.push(`NOT_EVALUATED_UNREAD network ACL of ${subnetId}`);
    return;
  }
  const remote = isEgress ? packet.destination : packet.source;
  const inOrder = entries
    .filter(({ Egress }) => (Egress ?? false) === isEgress)
    .sort((left, right) => (left.RuleNumber ?? 0) - (right.RuleNumber ?? 0));
  for (const entry of inOrder) {
    if (!isMatch(entry, packet, remote)) continue;
    if (entry.RuleAction === "allow") return;
    break;
  }
  throw new Blocked(`SUBNET_ACL_RESTRICTION ${isEgress ? "egress" : "ingress"}`);
}

function entriesOf(network: Walk["network"], subnetId: string): Entry[] | undefined {
  for (const { resource } of network.networkAcls.values()) {
    for (const { SubnetId } of resource.Associations ?? []) {
      if (SubnetId === subnetId) return resource.Entries?.map(told);
    }
  }
  return undefined;
}

function isMatch(entry: Entry, packet: Packet, remote: string): boolean {
  if (!isWithin(remote, isIpv6(remote) ? entry.Ipv6CidrBlock : entry.CidrBlock)) return false;
  const protocol = Number(entry.Protocol);
  if (protocol === -1) return true;
  if (protocol !== packet.protocol) return false;
  switch (protocol) {
    case 6:
    case 17:
      return isPortWithin(packet.destinationPort, entry.PortRange?.From, entry.PortRange?.To);
    case 1:
    case 58:
      return (
        isIcmpPart(packet.icmp?.type, entry.IcmpTypeCode?.Type) &&
        isIcmpPart(packet.icmp?.code, entry.IcmpTypeCode?.Code)
      );
    default:
      return true;
  }
}

/** An end that is absent or -1 is open. */
export function isPortWithin(port: number | null, from: number | undefined, to: number | undefined): boolean {
  const first = from === undefined || from === -1 ? 0 : from;
  const last = to === undefined || to === -1 ? 65535 : to;
  return port !== null && port >= first && port <= last;
}

export function isIcmpPart(value: number | undefined, wanted: number | undefined): boolean {
  return wanted === undefined || wanted === -1 || wanted === value;
}
