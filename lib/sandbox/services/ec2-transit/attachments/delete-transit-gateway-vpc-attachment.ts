import type {
  DeleteTransitGatewayVpcAttachmentCommandInput,
  DeleteTransitGatewayVpcAttachmentCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { getVpcAttachment } from "../lookup/list-attachments";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { requireState } from "../lookup/transit-errors";
import { refreshVpcRoutes } from "../routes/refresh-vpc-routes";

/** Detaches a VPC: the owner of the VPC may, and the owner of the transit gateway. */
export const deleteTransitGatewayVpcAttachment: Handler<
  DeleteTransitGatewayVpcAttachmentCommandInput,
  Answer<DeleteTransitGatewayVpcAttachmentCommandOutput>
> = (context, input) => {
  const { attachment, home } = getVpcAttachment(context, input.TransitGatewayAttachmentId);
  const id = attachment.TransitGatewayAttachmentId ?? "";
  requireState(id, attachment.State, ["available", "pendingAcceptance", "rejected", "failed"]);
  attachment.State = "deleting";
  refreshVpcRoutes(home.regionWorld);
  scheduleTransit(context, {
    kind: "transit-vpc-attachment-deleted",
    subject: id,
    seconds: TRANSIT_SECONDS.attachment,
    home,
  });
  return { TransitGatewayVpcAttachment: attachment };
};
