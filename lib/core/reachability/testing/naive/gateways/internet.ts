import { isIpv6, isPrivate, isSameAddress, isWithin } from "../places/addresses";
import { appliance } from "./appliances";
import { passEncryptionControl } from "../filters/encryption-control";
import { futureHolder, holderOf } from "./holders";
import { addressesOf, interfaceAt, publicAddressOf } from "../places/interfaces";
import { leaveSubnet } from "../filters/network-acls";
import { passPublicAccess } from "../filters/public-access";
import { pickRoute } from "../places/routes";
import type { Network } from "@/lib/core/network/network";
import { Blocked, isComplete, Lost, type Position, type Walk } from "../walk";

/** Who hands a packet to a gateway. */
export interface Here {
  vpcId: string;
  /** Null: a regional NAT gateway. */
  subnetId: string | null;
}

interface Attachment {
  VpcId?: string | undefined;
  State?: string | undefined;
}

function isAttached(attachments: readonly Attachment[] | undefined, vpcId: string): boolean {
  return (attachments ?? []).some(
    ({ VpcId, State }) =>
      VpcId === vpcId && (State === undefined || State === "available" || State === "attached"),
  );
}

/** Out by an internet gateway, which gives an IPv4 sender its public address. */
export function internetGateway(walk: Walk, here: Here, internetGatewayId: string): Position {
  const { network, packet } = walk;
  if (here.subnetId !== null) leaveSubnet(walk, here.subnetId);
  passEncryptionControl(network, here.vpcId, "InternetGateway");
  const gateway = network.internetGateways.get(internetGatewayId)?.resource;
  if (!gateway) walk.doubts.push("NOT_EVALUATED_UNREAD DescribeInternetGateways");
  else if (!isAttached(gateway.Attachments, here.vpcId))
    throw new Blocked("BAD_STATE_ATTACHMENT internet gateway");
  const nat = walk.translations.findLast(({ after }) => isSameAddress(after.source, packet.source));
  const isFromNat = nat !== undefined && nat.vpcId === here.vpcId && walk.direction === "forward";
  if (walk.direction === "forward")
    passPublicAccess(walk, here.vpcId, here.subnetId, isFromNat ? "nat-gateway" : "direct");
  if (!isIpv6(packet.source)) {
    if (isPrivate(packet.destination)) throw new Blocked("IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS");
    packet.source = publicSource(walk, here.vpcId, isFromNat ? nat.natGatewayId : undefined);
  } else if (!interfaceOrSender(walk, here.vpcId)) {
    throw new Blocked("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS");
  }
  if (isIpv6(packet.source)) refuseIpv6(packet);
  return leave(walk, here.vpcId, false);
}

/** Unique local addresses are none on the internet, and it does not know the prefix of NAT64 (RFC 4193, RFC 6052). */
function refuseIpv6({ source, destination }: Walk["packet"]): void {
  if (isPrivate(source)) throw new Blocked("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS unique local");
  if (isPrivate(destination)) throw new Blocked("IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS unique local");
  if (isWithin(destination, "64:ff9b::/96")) throw new Blocked("NO_POSSIBLE_DESTINATION NAT64");
}

function interfaceOrSender({ network, packet, sender }: Walk, vpcId: string): boolean {
  if (interfaceAt(network, vpcId, packet.source)) return true;
  return sender?.vpcId === vpcId && isSameAddress(sender.address, packet.source);
}

function publicSource(
  { network, packet, sender, direction }: Walk,
  vpcId: string,
  natGatewayId: string | undefined,
): string {
  if (natGatewayId !== undefined) {
    const nat = network.natGateways.get(natGatewayId)?.resource;
    const own = nat?.NatGatewayAddresses?.find(
      ({ PrivateIp, PublicIp }) => PrivateIp === packet.source || PublicIp === packet.source,
    );
    if (own?.PublicIp === undefined) throw new Blocked("NAT_GATEWAY_IS_PRIVATE");
    return own.PublicIp;
  }
  // Another VPC may have the same address: what comes from there is not the holder's.
  const isOthers = direction === "forward" && sender !== null && sender.vpcId !== vpcId;
  const holder = isOthers ? undefined : interfaceAt(network, vpcId, packet.source);
  const address = holder && publicAddressOf(holder, packet.source);
  if (address === undefined) throw new Blocked("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS");
  return address;
}

/** Out only: replies to what came in by an internet gateway do not pass. */
export function egressOnlyGateway(walk: Walk, here: Here, gatewayId: string): Position {
  const { network, direction } = walk;
  if (here.subnetId !== null) leaveSubnet(walk, here.subnetId);
  passEncryptionControl(network, here.vpcId, "EgressOnlyInternetGateway");
  const gateway = network.egressOnlyInternetGateways.get(gatewayId)?.resource;
  if (!gateway) walk.doubts.push("NOT_EVALUATED_UNREAD DescribeEgressOnlyInternetGateways");
  else if (!isAttached(gateway.Attachments, here.vpcId))
    throw new Blocked("BAD_STATE_ATTACHMENT egress-only");
  if (!isIpv6(walk.packet.destination)) throw new Blocked("PROTOCOL_RESTRICTION egress-only");
  refuseIpv6(walk.packet);
  if (direction === "reply") throw new Blocked("REPLY_GOES_ELSEWHERE egress-only");
  if (!interfaceOrSender(walk, here.vpcId)) throw new Blocked("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS");
  passPublicAccess(walk, here.vpcId, here.subnetId, "egress-only");
  return leave(walk, here.vpcId, true);
}

function leave(walk: Walk, vpcId: string, egressOnly: boolean): Position {
  if (walk.direction === "reply" && !walk.crossings.some(({ kind }) => kind === "internet"))
    throw new Blocked("REPLY_GOES_ELSEWHERE internet");
  walk.crossings.push({ kind: "internet", family: isIpv6(walk.packet.source) ? 6 : 4, egressOnly, vpcId });
  return { at: "internet" };
}

/** On the internet: to what has the address, be it in a known VPC or outside. */
export function acrossInternet(walk: Walk): Position {
  const { network, packet, direction } = walk;
  const holder = holderOf(network, packet.destination) ?? futureHolder(walk);
  if (!holder && isIdle(network, packet.destination))
    throw new Blocked("NO_POSSIBLE_DESTINATION idle address");
  if (!holder) return { at: "outside" };
  if (direction === "forward") {
    if (holder.regionalNatGatewayId !== undefined) throw new Blocked("NAT_GATEWAY_ACCEPTS_NO_INBOUND");
    enterFromInternet(walk, holder.vpcId);
    if (walk.sender === null)
      walk.crossings.push({ kind: "internet", family: 4, egressOnly: false, vpcId: holder.vpcId });
  }
  if (holder.regionalNatGatewayId !== undefined)
    return { at: "regional-nat-gateway", natGatewayId: holder.regionalNatGatewayId };
  packet.destination = holder.privateAddress;
  const isEgressOnly = walk.crossings.some(
    (crossing) => crossing.kind === "internet" && crossing.vpcId === holder.vpcId && crossing.egressOnly,
  );
  return isEgressOnly
    ? { at: "vpc", vpcId: holder.vpcId, fromSubnetId: null }
    : byEdgeTable(walk, holder.vpcId);
}

/** An Elastic IP address that is associated with nothing leads nowhere. */
function isIdle(network: Walk["network"], address: string): boolean {
  return [...network.addresses.values()].some(
    ({ resource: { PublicIp, AssociationId, InstanceId, NetworkInterfaceId } }) =>
      PublicIp === address &&
      [AssociationId, InstanceId, NetworkInterfaceId].every((one) => one === undefined),
  );
}

function enterFromInternet(walk: Walk, vpcId: string): void {
  const { network, packet } = walk;
  if (isPrivate(packet.source)) throw new Blocked("IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS");
  passEncryptionControl(network, vpcId, "InternetGateway");
  passPublicAccess(walk, vpcId, inboundSubnet(walk, vpcId), "inbound");
  for (const { resource } of network.internetGateways.values()) {
    if (isAttached(resource.Attachments, vpcId)) return;
  }
  if (isComplete(network, "DescribeInternetGateways", vpcId) && !isRoutedToUnread(network, vpcId))
    throw new Blocked("DISCONNECTED_VPCS no gateway");
  walk.doubts.push("NOT_EVALUATED_UNREAD DescribeInternetGateways");
}

/** A route in force to a gateway says that it stands, and that it stands in this VPC. */
function isRoutedToUnread(network: Network, vpcId: string): boolean {
  return [...network.routeTables.values()].some(
    ({ resource: { VpcId, Routes, Associations } }) =>
      VpcId === vpcId &&
      [...(Routes ?? []).filter(({ State }) => State === "active"), ...(Associations ?? [])].some(
        ({ GatewayId = "" }) => GatewayId.startsWith("igw-") && !network.internetGateways.has(GatewayId),
      ),
  );
}

function inboundSubnet({ network, packet }: Walk, vpcId: string): string | null {
  for (const { resource } of network.networkInterfaces.values()) {
    if (resource.VpcId !== vpcId) continue;
    const isTarget = addressesOf(resource).some(
      (own) =>
        isSameAddress(own, packet.destination) || publicAddressOf(resource, own) === packet.destination,
    );
    if (isTarget) return resource.SubnetId ?? null;
  }
  return null;
}

/** A table associated with the gateway may send what comes in to an appliance. */
function byEdgeTable(walk: Walk, vpcId: string): Position {
  const { network } = walk;
  for (const { resource } of network.routeTables.values()) {
    const isEdge = (resource.Associations ?? []).some(
      ({ GatewayId, AssociationState }) =>
        GatewayId?.startsWith("igw-") &&
        AssociationState?.State !== "disassociated" &&
        AssociationState?.State !== "failed",
    );
    if (!isEdge || resource.VpcId !== vpcId) continue;
    const route = pickRoute(walk, resource);
    if (route.NetworkInterfaceId !== undefined) return appliance(walk, null, vpcId, route.NetworkInterfaceId);
    if (route.GatewayId !== "local") throw new Lost("NOT_EVALUATED_APPLIANCE edge");
    return { at: "vpc", vpcId, fromSubnetId: null };
  }
  // There may be one, and an appliance behind it.
  if (!isComplete(network, "DescribeRouteTables", vpcId)) throw new Lost("NOT_EVALUATED_UNREAD edge tables");
  return { at: "vpc", vpcId, fromSubnetId: null };
}
