import type { Identified } from "../../../network/resource-id";
import { associatedTable } from "../transit/associated-table";
import { checkAttachmentState, checkIpv6Support, zoneOf } from "../transit/attachment-facts";
import { routeInTransitGateway } from "../transit/route-in-transit-gateway";
import { whyMissing } from "../unread";
import { addHop, block, crossAcl, leaveKnown, unknown, type InSubnet, type Step, type Walk } from "../walk";

type VpcAttachment = Identified<"TransitGatewayVpcAttachments">;

/**
 * Into a transit gateway by the VPC's attachment, which must have a subnet in the sender's zone; then by the route
 * table that the attachment is associated with. Source: Transit Gateways Guide, "How transit gateways work".
 */
export function toTransitGateway(walk: Walk, place: InSubnet, transitGatewayId: string): Step {
  const { network } = walk.index;
  const state = network.transitGateways.get(transitGatewayId)?.resource.State;
  if (state !== undefined && state !== "available" && state !== "modifying") {
    block(walk, {
      code: "BAD_STATE",
      resourceId: transitGatewayId,
      message: `${transitGatewayId} is ${state}.`,
    });
  }
  const attachment = findAttachment(walk, place.vpcId, transitGatewayId);
  if (!attachment) return withoutAttachment(walk, place, transitGatewayId);
  const { TransitGatewayAttachmentId: attachmentId } = attachment;
  addHop(walk, "transit-gateway-attachment", attachmentId);
  checkAttachmentState(walk, attachmentId, attachment.State);
  checkIpv6Support(walk, attachmentId, attachment);
  enterAttachment(walk, place, attachment, attachmentId);
  addHop(walk, "transit-gateway", transitGatewayId);
  const table = associatedTable(walk, transitGatewayId, attachmentId);
  if (table.status === "end") return table.end;
  return routeInTransitGateway(walk, {
    transitGatewayId,
    attachmentId,
    routeTableId: table.routeTableId,
    zone: zoneOf(walk, place.subnetId),
  });
}

const GONE: ReadonlySet<string> = new Set([
  "deleted",
  "deleting",
  "failed",
  "failing",
  "rejected",
  "rejecting",
]);

/** One that lives, before one that is gone. The list of all attachments tells less: nothing of its subnets. */
function findAttachment(walk: Walk, vpcId: string, transitGatewayId: string): VpcAttachment | undefined {
  const { index } = walk;
  const own = index
    .attachmentsOfTransitGateway(transitGatewayId)
    .map(({ resource }) => resource)
    .filter(({ VpcId }) => VpcId === vpcId);
  const listed = [...index.network.transitGatewayAttachments.values()]
    .map(({ resource }) => resource)
    .filter((one) => one.ResourceId === vpcId && one.TransitGatewayId === transitGatewayId);
  const found = own.length > 0 ? own : listed.map(withoutSubnets);
  return found.find(({ State }) => !GONE.has(State ?? "")) ?? found[0];
}

function withoutSubnets({
  TransitGatewayAttachmentId,
  State,
}: Identified<"TransitGatewayAttachments">): VpcAttachment {
  return { TransitGatewayAttachmentId, State };
}

/** An active route says that there is one: AWS makes a blackhole of it where the attachment is gone. */
function withoutAttachment(walk: Walk, { vpcId }: InSubnet, transitGatewayId: string): Step {
  addHop(walk, "transit-gateway", transitGatewayId);
  const gap = whyMissing(walk.index.network, "DescribeTransitGatewayVpcAttachments", vpcId);
  const message = `How ${vpcId} is attached to ${transitGatewayId} is not known: ${gap}.`;
  return leaveKnown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: transitGatewayId, message });
}

/** The attachment's subnet in the sender's zone; its network ACL sees the packet even where it is the sender's subnet. */
function enterAttachment(
  walk: Walk,
  { subnetId }: InSubnet,
  { SubnetIds = [] }: VpcAttachment,
  attachmentId: string,
): void {
  const zone = zoneOf(walk, subnetId);
  const subnetIds = [...SubnetIds].sort();
  const zones = subnetIds.map((one) => zoneOf(walk, one));
  const own = zone === null ? undefined : subnetIds[zones.indexOf(zone)];
  if (own !== undefined) {
    crossAcl(walk, own, false);
    return;
  }
  if (zone === null || zones.length === 0 || zones.includes(null)) {
    unknown(walk, {
      code: "NOT_EVALUATED_UNREAD",
      resourceId: attachmentId,
      message: `Whether ${attachmentId} has a subnet in the zone of ${subnetId} is not known.`,
    });
    return;
  }
  block(walk, {
    code: "TGW_ROUTE_AZ_RESTRICTION",
    resourceId: attachmentId,
    evidence: [
      { resourceId: attachmentId, fact: `subnets ${subnetIds.join(", ")}; the sender is in ${zone}` },
    ],
    message: `${attachmentId} has no subnet in ${zone}, the zone of ${subnetId}: what starts there is dropped.`,
  });
}
