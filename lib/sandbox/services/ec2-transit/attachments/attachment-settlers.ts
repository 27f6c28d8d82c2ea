import type { TransitGatewayVpcAttachment } from "@aws-sdk/client-ec2";
import type { SettleContext, Settlers } from "../../../world/settle-world";
import type { ScheduledEvent } from "../../../world/world";
import { scheduleForgetting } from "../lookup/schedule-transit";
import { refreshVpcRoutes } from "../routes/refresh-vpc-routes";
import { removeAttachmentInterfaces } from "./attachment-interfaces";
import { linkToDefaultTables, unlinkFromTables } from "./link-to-default-tables";

function find(
  { regionWorld }: SettleContext,
  event: ScheduledEvent,
): TransitGatewayVpcAttachment | undefined {
  return regionWorld.transit.vpcAttachments.find(
    (candidate) => candidate.TransitGatewayAttachmentId === event.subject,
  );
}

/** What happens to VPC attachments by itself, in the account of the VPC. */
export const transitAttachmentSettlers: Settlers = {
  "transit-vpc-attachment-available": (context, event) => {
    const attachment = find(context, event);
    const isNew = attachment?.State === "pending";
    if (attachment === undefined || !(isNew || attachment.State === "modifying")) return;
    attachment.State = "available";
    if (isNew) {
      const gatewayId = attachment.TransitGatewayId ?? "";
      linkToDefaultTables(context, { id: event.subject, gatewayId, propagates: true });
    }
    refreshVpcRoutes(context.regionWorld);
  },
  "transit-vpc-attachment-rejected": (context, event) => {
    const attachment = find(context, event);
    if (attachment?.State !== "rejecting") return;
    attachment.State = "rejected";
    scheduleForgetting(context, event.subject);
  },
  "transit-vpc-attachment-deleted": (context, event) => {
    const attachment = find(context, event);
    if (attachment?.State !== "deleting") return;
    attachment.State = "deleted";
    removeAttachmentInterfaces(context.regionWorld, event.subject);
    unlinkFromTables(context, event.subject);
    refreshVpcRoutes(context.regionWorld);
    scheduleForgetting(context, event.subject);
  },
};
