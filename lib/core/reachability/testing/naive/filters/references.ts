import type { Network } from "@/lib/core/network/network";
import { isIpv6, isPrivate, isSameAddress, isWithin } from "../places/addresses";
import { groupsOf } from "../load-balancers/balancers";
import { hasAddress } from "../places/interfaces";
import { isInVpc } from "../places/vpcs";
import { isComplete, isForClient, type Walk } from "../walk";

type Answer = "yes" | "no" | "unknown";

/** A rule that names a group means the private addresses of all interfaces in it. */
export function ingressReference(walk: Walk, groupId: string, vpcId: string): Answer {
  const { network, packet } = walk;
  for (const member of members(walk, groupId, packet.source)) {
    if (member === vpcId || arePeered(network, member, vpcId)) return "yes";
    const support = transitGatewaySupport(walk, member, vpcId);
    if (support !== "no") return support;
  }
  return "no";
}

/** Over a transit gateway a rule about what goes out may name no group. */
export function egressReference(walk: Walk, groupId: string, vpcId: string): Answer {
  const { network, packet } = walk;
  const { destination } = packet;
  const arePeersRead = isComplete(network, "DescribeVpcPeeringConnections", vpcId);
  for (const member of members(walk, groupId, destination)) {
    if (member === vpcId || arePeered(network, member, vpcId)) return "yes";
    if (!arePeersRead) return "unknown";
  }
  for (const otherId of network.vpcs.keys()) {
    if (otherId !== vpcId && arePeersRead && !arePeered(network, otherId, vpcId)) continue;
    if (!isInVpc(network, otherId, destination)) continue;
    if (isComplete(network, "DescribeNetworkInterfaces", otherId)) continue;
    if (!isHeld(network, otherId, destination) && isUsedIn(network, groupId, otherId)) return "unknown";
  }
  if (isInVpc(network, vpcId, destination)) return "no";
  const isLikeAPeer = isIpv6(destination) || isPrivate(destination);
  if (!arePeersRead && isLikeAPeer && isUsedIn(network, groupId, null)) return "unknown";
  const peerIds = unreadPeers(network, vpcId, destination);
  return peerIds.some((peerId) => isUsedIn(network, groupId, peerId)) ? "unknown" : "no";
}

/** Whether a VPC (null: one that was not read) may hold interfaces in a group: its own, or one it is associated with. */
function isUsedIn(network: Network, groupId: string, vpcId: string | null): boolean {
  const group = network.securityGroups.get(groupId);
  if (!group) return true;
  const isMeant = (usedIn: string | undefined) =>
    usedIn === undefined || (vpcId === null ? !network.vpcs.has(usedIn) : usedIn === vpcId);
  if (isMeant(group.resource.VpcId)) return true;
  const coverage = network.captures[group.captureIndex]?.coverage;
  if (coverage?.get("DescribeSecurityGroupVpcAssociations")?.status !== "ok") return true;
  return [...network.securityGroupVpcAssociations.values()].some(({ resource }) => {
    const { GroupId, VpcId, State } = resource;
    if (GroupId !== groupId || State === "disassociated" || State === "association-failed") return false;
    return isMeant(VpcId);
  });
}

function isHeld(network: Network, vpcId: string, address: string): boolean {
  for (const { resource } of network.networkInterfaces.values()) {
    if (resource.VpcId === vpcId && hasAddress(resource, address)) return true;
  }
  return false;
}

/** The VPCs in which something of that group has that address. */
function members(walk: Walk, groupId: string, address: string): string[] {
  const { network, sender } = walk;
  // A load balancer's clients are not known by their groups; it is by its own.
  if (sender && isForClient(walk) && address === walk.asked.source)
    return sender.groupIds.includes(groupId) ? [sender.vpcId] : [];
  const vpcIds: string[] = [];
  if (sender?.groupIds.includes(groupId) && isSameAddress(sender.address, address)) vpcIds.push(sender.vpcId);
  for (const { resource } of network.networkInterfaces.values()) {
    if (resource.VpcId === undefined || !groupsOf(network, resource).includes(groupId)) continue;
    if (hasAddress(resource, address)) vpcIds.push(resource.VpcId);
  }
  return vpcIds;
}

/** Joined by a working peering connection within one Region. */
function arePeered(network: Network, leftId: string, rightId: string): boolean {
  for (const { resource } of network.vpcPeeringConnections.values()) {
    const { RequesterVpcInfo: one, AccepterVpcInfo: other, Status } = resource;
    if (Status?.Code !== "active" || one?.Region !== other?.Region) continue;
    const ends = [one?.VpcId, other?.VpcId];
    if (ends.includes(leftId) && ends.includes(rightId)) return true;
  }
  return false;
}

/** The peers that nobody read and in whose ranges an address is. */
function unreadPeers(network: Network, vpcId: string, address: string): string[] {
  const found: string[] = [];
  for (const { resource } of network.vpcPeeringConnections.values()) {
    const { RequesterVpcInfo: one, AccepterVpcInfo: other, Status } = resource;
    if (Status?.Code !== "active" || one?.Region !== other?.Region) continue;
    const far = one?.VpcId === vpcId ? other : other?.VpcId === vpcId ? one : undefined;
    if (far?.VpcId === undefined || network.vpcs.has(far.VpcId)) continue;
    const cidrs = far.CidrBlockSet ?? [{ CidrBlock: far.CidrBlock }];
    if (cidrs.some((set) => isWithin(address, set.CidrBlock))) found.push(far.VpcId);
  }
  return found;
}

/** One transit gateway that has referencing switched on (off by default), as both attachments have (on by default). */
function transitGatewaySupport({ network, crossings }: Walk, fromVpcId: string, toVpcId: string): Answer {
  const passed = crossings.filter(({ kind }) => kind === "transit-gateway");
  const [only] = passed;
  if (passed.length !== 1 || only?.kind !== "transit-gateway") return "no";
  for (const { resource } of network.transitGatewayVpcAttachments.values()) {
    const isEnd = resource.VpcId === fromVpcId || resource.VpcId === toVpcId;
    if (!isEnd || resource.TransitGatewayId !== only.id) continue;
    if (resource.Options?.SecurityGroupReferencingSupport === "disable") return "no";
  }
  const transitGateway = network.transitGateways.get(only.id)?.resource;
  if (!transitGateway) return "unknown";
  return transitGateway.Options?.SecurityGroupReferencingSupport === "enable" ? "yes" : "no";
}
