import { attachmentSideKey } from "../../../network/indexing/attachment-side-key";
import type { Resource } from "../../../network/network";
import { farWords } from "../far-words";
import { allDown } from "../targets/vpn-gateway";
import { addHop, block, deadEnd, leaveKnown, type Step, type Walk } from "../walk";
import { associatedTable, routesUnknown } from "./associated-table";
import { checkAttachmentState, checkIpv6Support, zoneOf } from "./attachment-facts";
import { findTransitRoute, type TransitRoute } from "./transit-route";

interface Inside {
  transitGatewayId: string;
  /** By which the packet came in. */
  attachmentId: string;
  routeTableId: string;
  /** The sender's zone, which the transit gateway keeps where it can. */
  zone: string | null;
}

type Attachment = TransitRoute["attachments"][number];

/** From one attachment of a transit gateway to another, and on through those that it is peered with. */
export function routeInTransitGateway(walk: Walk, inside: Inside): Step {
  let next: Step | Inside = inside;
  while ("routeTableId" in next) next = routeOnce(walk, next);
  return next;
}

function routeOnce(walk: Walk, inside: Inside): Step | Inside {
  const { routeTableId, transitGatewayId } = inside;
  const key = `${transitGatewayId} ${routeTableId}`;
  if (walk.visited.has(key)) {
    const message = `Transit gateways send packets to ${farWords(walk.packet)} in a circle: it comes back to ${routeTableId}.`;
    return deadEnd(walk, { code: "ROUTING_LOOP", resourceId: routeTableId, message });
  }
  walk.visited.add(key);
  const route = findTransitRoute(walk, routeTableId);
  if (route === "unread") return routesUnknown(walk, transitGatewayId);
  if (route === undefined) {
    addHop(walk, "transit-gateway-route-table", routeTableId);
    const message = `Transit gateway route table ${routeTableId} has no route to ${farWords(walk.packet)}.`;
    return deadEnd(walk, { code: "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT", resourceId: routeTableId, message });
  }
  addHop(walk, "transit-gateway-route-table", routeTableId, route.text);
  if (route.blackhole) {
    return deadEnd(walk, {
      code: "TGW_RTB_BAD_STATE_ROUTE",
      resourceId: routeTableId,
      evidence: [{ resourceId: routeTableId, fact: `${route.text} (blackhole)` }],
      message: `The route ${route.text} of ${routeTableId} is a blackhole: packets to ${farWords(walk.packet)} are dropped.`,
    });
  }
  const { attachments, text } = route;
  // Connections of equal cost take turns.
  const attachment = attachments[walk.cuts.choose(`${key} ${text}`, attachments.length, "in-turn")];
  return attachment ? leaveBy(walk, inside, attachment) : routesUnknown(walk, transitGatewayId);
}

function leaveBy(walk: Walk, inside: Inside, attachment: Attachment): Step | Inside {
  addHop(walk, "transit-gateway-attachment", attachment.attachmentId);
  switch (attachment.resourceType) {
    case "vpc":
      return enterVpc(walk, inside, attachment);
    case "peering":
    case "tgw-peering":
      return enterPeer(walk, inside, attachment);
    case "vpn":
      return leaveByVpn(walk, attachment);
    default:
      addHop(walk, "on-premises", attachment.resourceId);
      return leaveKnown(walk, {
        code: "NOT_EVALUATED_ON_PREMISES",
        resourceId: attachment.attachmentId,
        message: `What lies behind ${attachment.attachmentId} (${attachment.resourceType}) is not known.`,
      });
  }
}

function leaveByVpn(walk: Walk, { resourceId, attachmentId }: Attachment): Step {
  const connection = walk.index.network.vpnConnections.get(resourceId)?.resource;
  if (connection && allDown(connection.VgwTelemetry)) {
    block(walk, {
      code: "BAD_STATE_VPN",
      resourceId,
      evidence: [{ resourceId, fact: "VgwTelemetry: every tunnel DOWN" }],
      message: `Every tunnel of ${resourceId} is down.`,
    });
  }
  addHop(walk, "on-premises", resourceId);
  return leaveKnown(walk, {
    code: "NOT_EVALUATED_ON_PREMISES",
    resourceId: attachmentId,
    message: `What lies behind ${resourceId} is not known: its routes back and its firewalls are not AWS's.`,
  });
}

/** Into the VPC by a subnet of its attachment, in the sender's zone where there is one; on by that subnet's routes. */
function enterVpc(walk: Walk, inside: Inside, { attachmentId, resourceId: vpcId }: Attachment): Step {
  const { network } = walk.index;
  walk.crossings.push({
    kind: "transit-gateway",
    transitGatewayId: inside.transitGatewayId,
    attachmentIds: [inside.attachmentId, attachmentId],
  });
  const attachment = network.transitGatewayVpcAttachments.get(attachmentId)?.resource;
  const listed = attachment ?? network.transitGatewayAttachments.get(attachmentId)?.resource;
  checkAttachmentState(walk, attachmentId, listed?.State);
  checkIpv6Support(walk, attachmentId, attachment);
  const subnetId = pickSubnet(walk, attachment ?? {}, inside.zone, attachmentId);
  if (!network.vpcs.has(vpcId) || subnetId === undefined) {
    return leaveKnown(walk, {
      code: "UNKNOWN_DESTINATION",
      resourceId: vpcId,
      message: `What is in ${vpcId}, behind ${attachmentId}, was not read: its routes back, network ACLs and security groups are not known.`,
    });
  }
  addHop(walk, "vpc", vpcId);
  return { vpcId, subnetId, entry: "transit-gateway" };
}

/**
 * The attachment's subnet in the sender's zone; where there is none, one of another zone. In appliance mode a flow gets
 * any of them, the same both ways. Source: Transit Gateways Guide, "Appliance scenario".
 */
function pickSubnet(
  walk: Walk,
  { SubnetIds = [], Options }: Partial<Resource<"TransitGatewayVpcAttachments">>,
  zone: string | null,
  attachmentId: string,
): string | undefined {
  const sorted = [...SubnetIds].sort();
  const isFixed = Options?.ApplianceModeSupport !== "enable";
  const own = sorted.find((subnetId) => isFixed && zone !== null && zoneOf(walk, subnetId) === zone);
  if (own !== undefined) return own;
  const ways = uniqueWays(walk, sorted);
  return ways[walk.cuts.choose(attachmentId, ways.length, "in-turn")];
}

/** One subnet for each pair of tables that decide in it: where they are the same, it does not matter which AWS picks. */
function uniqueWays({ index }: Walk, subnetIds: readonly string[]): string[] {
  const ways = new Map<string, string>();
  for (const subnetId of subnetIds) {
    const table = index.routeTableOfSubnet(subnetId);
    const acl = index.networkAclOfSubnet(subnetId);
    const isKnown = table.status === "known" && acl.status === "known";
    const way = isKnown ? `${table.routeTableId} ${acl.networkAclId}` : subnetId;
    if (!ways.has(way)) ways.set(way, subnetId);
  }
  return [...ways.values()];
}

function enterPeer(walk: Walk, inside: Inside, { attachmentId, resourceId }: Attachment): Step | Inside {
  const { transitGatewayPeeringAttachments, transitGatewayAttachmentSides } = walk.index.network;
  const { transitGatewayId: own } = inside;
  const peering = transitGatewayPeeringAttachments.get(attachmentId)?.resource;
  const side = transitGatewayAttachmentSides.get(attachmentSideKey(own, attachmentId))?.resource;
  checkAttachmentState(walk, attachmentId, peering?.State ?? side?.State);
  const named = [peering?.RequesterTgwInfo?.TransitGatewayId, peering?.AccepterTgwInfo?.TransitGatewayId];
  // The list of all attachments and the routes name the other transit gateway as what is attached.
  const attached = [side?.ResourceId, resourceId].filter((id) => id?.startsWith("tgw-"));
  const other = [...named, ...attached].find((id) => id !== undefined && id !== own);
  if (other === undefined) {
    return leaveKnown(walk, {
      code: "UNKNOWN_DESTINATION",
      resourceId: attachmentId,
      message: `Which transit gateway is behind ${attachmentId} was not read.`,
    });
  }
  addHop(walk, "transit-gateway", other);
  const table = associatedTable(walk, other, attachmentId);
  if (table.status === "end") return table.end;
  return { ...inside, transitGatewayId: other, attachmentId, routeTableId: table.routeTableId };
}
