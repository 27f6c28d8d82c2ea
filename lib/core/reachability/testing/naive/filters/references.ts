import type { Network } from "@/lib/core/network/network";
import { isIpv6, isPrivate, isSameAddress, isWithin } from "../places/addresses";
import { groupIdsOf, hasAddress } from "../places/interfaces";
import { isInVpc } from "../places/vpcs";
import { isComplete, type Walk } from "../walk";

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
  for (const member of members(walk, groupId, destination)) {
    if (member === vpcId || arePeered(network, member, vpcId)) return "yes";
  }
  for (const otherId of network.vpcs.keys()) {
    if (otherId !== vpcId && !arePeered(network, otherId, vpcId)) continue;
    if (!isInVpc(network, otherId, destination)) continue;
    if (isComplete(network, "DescribeNetworkInterfaces", otherId)) continue;
    if (!isHeld(network, otherId, destination)) return "unknown";
  }
  if (isInVpc(network, vpcId, destination)) return "no";
  const arePeersRead = isComplete(network, "DescribeVpcPeeringConnections", vpcId);
  const isLikeAPeer = isIpv6(destination) || isPrivate(destination);
  return (!arePeersRead && isLikeAPeer) || isOfUnreadPeer(network, vpcId, destination) ? "unknown" : "no";
}

function isHeld(network: Network, vpcId: string, address: string): boolean {
  for (const { resource } of network.networkInterfaces.values()) {
    if (resource.VpcId === vpcId && hasAddress(resource, address)) return true;
  }
  return false;
}

/** The VPCs in which something of that group has that address. */
function members({ network, sender }: Walk, groupId: string, address: string): string[] {
  const vpcIds: string[] = [];
  if (sender?.groupIds.includes(groupId) && isSameAddress(sender.address, address)) vpcIds.push(sender.vpcId);
  for (const { resource } of network.networkInterfaces.values()) {
    if (resource.VpcId === undefined || !groupIdsOf(resource).includes(groupId)) continue;
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

function isOfUnreadPeer(network: Network, vpcId: string, address: string): boolean {
  for (const { resource } of network.vpcPeeringConnections.values()) {
    const { RequesterVpcInfo: one, AccepterVpcInfo: other, Status } = resource;
    if (Status?.Code !== "active" || one?.Region !== other?.Region) continue;
    const far = one?.VpcId === vpcId ? other : other?.VpcId === vpcId ? one : undefined;
    if (far?.VpcId === undefined || network.vpcs.has(far.VpcId)) continue;
    if ((far.CidrBlockSet ?? [{ CidrBlock: far.CidrBlock }]).some((set) => isWithin(address, set.CidrBlock)))
      return true;
  }
  return false;
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
