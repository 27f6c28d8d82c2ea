import type { Network } from "@/lib/core/network/network";
import { isIpv6 } from "../places/addresses";
import type { Here } from "./internet";
import { enterSubnet, leaveSubnet } from "../filters/network-acls";
import { attachmentRouteTable, pickTransitGatewayRoute, type Target } from "./transit-gateway-routes";
import { zoneOf } from "../places/vpcs";
import { Blocked, Lost, missing, type Crossing, type Position, type Walk } from "../walk";

interface VpcAttachment {
  id: string;
  vpcId: string;
  state: string | undefined;
  /** Undefined: only the short list of attachments was read. */
  subnetIds: string[] | undefined;
  isIpv6Off: boolean;
  isApplianceMode: boolean;
}

function vpcAttachments(network: Network, transitGatewayId: string): VpcAttachment[] {
  const full = [...network.transitGatewayVpcAttachments.values()].flatMap(({ resource }) => {
    const { TransitGatewayAttachmentId: id, VpcId: vpcId, State: state, SubnetIds, Options } = resource;
    if (vpcId === undefined || resource.TransitGatewayId !== transitGatewayId) return [];
    const isIpv6Off = Options?.Ipv6Support === "disable";
    const isApplianceMode = Options?.ApplianceModeSupport === "enable";
    return [{ id, vpcId, state, subnetIds: SubnetIds ?? [], isIpv6Off, isApplianceMode }];
  });
  const short = [...network.transitGatewayAttachments.values()].flatMap(({ resource }) => {
    const { TransitGatewayAttachmentId: id, ResourceId: vpcId, State: state, ResourceType } = resource;
    if (vpcId === undefined || ResourceType !== "vpc") return [];
    if (resource.TransitGatewayId !== transitGatewayId || full.some((known) => known.id === id)) return [];
    return [{ id, vpcId, state, subnetIds: undefined, isIpv6Off: false, isApplianceMode: false }];
  });
  return [...full, ...short];
}

/** From a subnet into a transit gateway: by the attachment's subnet of the sender's zone, through both subnets' ACLs. */
export function toTransitGateway(walk: Walk, here: Here, transitGatewayId: string): Position {
  const { network, packet } = walk;
  const { subnetId, vpcId } = here;
  if (subnetId === null) throw new Lost("NOT_EVALUATED_TARGET_KIND regional NAT to transit gateway");
  leaveSubnet(walk, subnetId);
  const state = network.transitGateways.get(transitGatewayId)?.resource.State;
  if (state !== undefined && state !== "available" && state !== "modifying")
    throw new Blocked("BAD_STATE transit gateway");
  const attachments = vpcAttachments(network, transitGatewayId).filter((one) => one.vpcId === vpcId);
  const attachment = attachments.find((one) => one.state === "available") ?? attachments[0];
  if (!attachment) return missing("DescribeTransitGatewayVpcAttachments");
  if (attachment.state !== "available") throw new Blocked("BAD_STATE_ATTACHMENT transit gateway");
  if (attachment.isIpv6Off && isIpv6(packet.destination)) throw new Blocked("PROTOCOL_RESTRICTION IPv6");
  const zone = zoneOf(network, subnetId);
  passZone(walk, attachment, zone);
  walk.crossings.push({ kind: "transit-gateway", id: transitGatewayId, attachmentIds: [attachment.id] });
  return { at: "transit-gateway", transitGatewayId, attachmentId: attachment.id, zone };
}

function passZone(walk: Walk, { subnetIds }: VpcAttachment, zone: string | null): void {
  const { network, doubts } = walk;
  if (subnetIds === undefined) {
    doubts.push("NOT_EVALUATED_UNREAD the attachment's subnets");
    return;
  }
  const inZone = subnetIds.find((subnetId) => zone !== null && zoneOf(network, subnetId) === zone);
  if (inZone !== undefined) enterSubnet(walk, inZone);
  else if (zone === null || subnetIds.some((subnetId) => zoneOf(network, subnetId) === null))
    doubts.push("NOT_EVALUATED_UNREAD the attachment's zones");
  else throw new Blocked("TGW_ROUTE_AZ_RESTRICTION");
}

/** Within a transit gateway: by the table of the attachment it came in at to another attachment. */
export function acrossTransitGateway(
  walk: Walk,
  position: Extract<Position, { at: "transit-gateway" }>,
): Position {
  const { network } = walk;
  const { transitGatewayId, attachmentId, zone } = position;
  const tableId = attachmentRouteTable(network, transitGatewayId, attachmentId);
  const target = pickTransitGatewayRoute(walk, tableId);
  const targetId = target.attachmentId;
  const peering = peeringOf(network, transitGatewayId, target);
  if (peering) {
    const { state, otherId, arrivalId } = peering;
    if (state !== "available") throw new Blocked("BAD_STATE_ATTACHMENT transit gateway peering");
    if (otherId === undefined) throw new Lost("NOT_EVALUATED_UNREAD transit gateway peering");
    walk.crossings.push({ kind: "transit-gateway", id: otherId, attachmentIds: [arrivalId] });
    return { at: "transit-gateway", transitGatewayId: otherId, attachmentId: arrivalId, zone };
  }
  const attachment = vpcAttachments(network, transitGatewayId).find(({ id }) => id === targetId);
  if (attachment) return fromTransitGateway(walk, attachment, zone);
  if (target.resourceType === "vpn") passVpn(walk, target.resourceId);
  throw new Lost(`NOT_EVALUATED_ON_PREMISES ${target.resourceType ?? "attachment"}`);
}

interface Peering {
  state: string | undefined;
  /** The transit gateway on the other side, and by which attachment one arrives there. */
  otherId: string | undefined;
  arrivalId: string;
}

/** Some answers give each side an id of its own. The list of all attachments has an item for each side. */
function peeringOf(network: Network, ownId: string, { attachmentId, resourceType }: Target): Peering | null {
  for (const { resource } of network.transitGatewayPeeringAttachments.values()) {
    const { TransitGatewayAttachmentId, AccepterTransitGatewayAttachmentId, State: state } = resource;
    if (![TransitGatewayAttachmentId, AccepterTransitGatewayAttachmentId].includes(attachmentId)) continue;
    const isForth = resource.RequesterTgwInfo?.TransitGatewayId === ownId;
    const other = isForth ? resource.AccepterTgwInfo : resource.RequesterTgwInfo;
    const arrival = isForth ? AccepterTransitGatewayAttachmentId : TransitGatewayAttachmentId;
    return { state, otherId: other?.TransitGatewayId, arrivalId: arrival ?? attachmentId };
  }
  for (const { resource } of network.transitGatewayAttachmentSides.values()) {
    const { TransitGatewayAttachmentId: id, TransitGatewayId, ResourceType, ResourceId, State } = resource;
    if (id === attachmentId && TransitGatewayId === ownId && ResourceType === "peering")
      return { state: State, otherId: ResourceId, arrivalId: id };
  }
  if (resourceType !== "peering") return null;
  throw new Lost("NOT_EVALUATED_UNREAD transit gateway peering");
}

/** A VPN connection that is known to be down carries nothing. */
function passVpn({ network }: Walk, connectionId: string | undefined): void {
  const connection = network.vpnConnections.get(connectionId ?? "")?.resource;
  if (!connection) return;
  const telemetry = connection.VgwTelemetry ?? [];
  const isDown = telemetry.length > 0 && telemetry.every(({ Status }) => Status === "DOWN");
  if (connection.State !== "available" || isDown) throw new Blocked("BAD_STATE_VPN");
}

/** Out into a VPC: by the attachment's subnet of the zone it came from, else by another; then by that subnet's table. */
function fromTransitGateway(walk: Walk, attachment: VpcAttachment, zone: string | null): Position {
  const { network, packet, crossings } = walk;
  if (attachment.state !== "available") throw new Blocked("BAD_STATE_ATTACHMENT transit gateway");
  if (attachment.isIpv6Off && isIpv6(packet.destination)) throw new Blocked("PROTOCOL_RESTRICTION IPv6");
  noteAttachment(crossings, attachment.id);
  if (!network.vpcs.has(attachment.vpcId) || attachment.subnetIds === undefined)
    throw new Lost("NOT_EVALUATED_UNREAD the attachment's VPC");
  const { subnetIds } = attachment;
  const inZone = subnetIds.filter((subnetId) => zone !== null && zoneOf(network, subnetId) === zone);
  const possible = attachment.isApplianceMode || inZone.length === 0 ? subnetIds : inZone;
  const subnetId =
    possible[possible.length > 1 ? walk.choose("sometimes", possible.length, possible.join()) : 0];
  if (subnetId === undefined) throw new Lost("NOT_EVALUATED_UNREAD the attachment's subnets");
  return { at: "subnet", subnetId };
}

function noteAttachment(crossings: Crossing[], attachmentId: string): void {
  const last = crossings.at(-1);
  if (last?.kind === "transit-gateway") last.attachmentIds.push(attachmentId);
}
