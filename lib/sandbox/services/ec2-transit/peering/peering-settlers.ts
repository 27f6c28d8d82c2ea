import type { TransitGatewayPeeringAttachment } from "@aws-sdk/client-ec2";
import { getRegionWorld } from "../../../world/find-account";
import type { SettleContext, Settlers } from "../../../world/settle-world";
import type { RegionWorld, ScheduledEvent } from "../../../world/world";
import { linkToDefaultTables, unlinkFromTables } from "../attachments/link-to-default-tables";
import { scheduleForgetting } from "../lookup/schedule-transit";
import { peeringEnds } from "./peering-ends";
import { peeringSides, setPeeringState } from "./peering-sides";

function find(
  { regionWorld }: SettleContext,
  event: ScheduledEvent,
): TransitGatewayPeeringAttachment | undefined {
  return regionWorld.transit.peeringAttachments.find(
    (peering) => peering.TransitGatewayAttachmentId === event.subject,
  );
}

/** Where the asked transit gateway is, provided that it is there. */
function findAccepter(
  { world }: SettleContext,
  { AccepterTgwInfo: accepter }: TransitGatewayPeeringAttachment,
): RegionWorld | undefined {
  const { OwnerId: accountId, Region: region, TransitGatewayId: id } = accepter ?? {};
  if (accountId === undefined || region === undefined || !Object.hasOwn(world.accounts, accountId))
    return undefined;
  const regionWorld = getRegionWorld(world, accountId, region);
  const isThere = regionWorld.transit.gateways.some(
    (gateway) => gateway.TransitGatewayId === id && gateway.State === "available",
  );
  return isThere ? regionWorld : undefined;
}

function forgetBothSides(context: SettleContext, peering: TransitGatewayPeeringAttachment): void {
  for (const { place, record } of peeringSides(context, peering)) {
    scheduleForgetting(
      { ...context, regionWorld: place.regionWorld },
      record.TransitGatewayAttachmentId ?? "",
    );
  }
}

/** What happens to peerings by itself: on both sides at once. */
export const transitPeeringSettlers: Settlers = {
  "transit-peering-requested": (context, event) => {
    const peering = find(context, event);
    if (peering?.State !== "initiatingRequest") return;
    const accepter = findAccepter(context, peering);
    if (accepter === undefined) {
      peering.State = "failed";
      peering.Status = { Code: "failed", Message: "The peer transit gateway does not exist." };
      scheduleForgetting(context, event.subject);
      return;
    }
    peering.State = "pendingAcceptance";
    accepter.transit.peeringAttachments.push({
      ...peering,
      TransitGatewayAttachmentId: peering.AccepterTransitGatewayAttachmentId,
      Tags: [],
    });
  },
  "transit-peering-available": (context, event) => {
    const peering = find(context, event);
    if (peering?.State !== "pending") return;
    setPeeringState(context, peering, "available");
    for (const { place, record } of peeringSides(context, peering)) {
      linkToDefaultTables(place, {
        id: record.TransitGatewayAttachmentId ?? "",
        gatewayId: peeringEnds(place.regionWorld, record).near?.TransitGatewayId ?? "",
        propagates: false,
      });
    }
  },
  "transit-peering-rejected": (context, event) => {
    const peering = find(context, event);
    if (peering?.State !== "rejecting") return;
    setPeeringState(context, peering, "rejected");
    forgetBothSides(context, peering);
  },
  "transit-peering-deleted": (context, event) => {
    const peering = find(context, event);
    if (peering?.State !== "deleting") return;
    setPeeringState(context, peering, "deleted");
    for (const { place, record } of peeringSides(context, peering)) {
      unlinkFromTables(place, record.TransitGatewayAttachmentId ?? "");
    }
    forgetBothSides(context, peering);
  },
};
