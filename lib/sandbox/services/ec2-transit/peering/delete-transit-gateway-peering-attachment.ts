import type {
  DeleteTransitGatewayPeeringAttachmentCommandInput,
  DeleteTransitGatewayPeeringAttachmentCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { requireState } from "../lookup/transit-errors";
import { getPeering, setPeeringState } from "./peering-sides";

/** Ends a peering: either side may. */
export const deleteTransitGatewayPeeringAttachment: Handler<
  DeleteTransitGatewayPeeringAttachmentCommandInput,
  Answer<DeleteTransitGatewayPeeringAttachmentCommandOutput>
> = (context, input) => {
  const peering = getPeering(context, input.TransitGatewayAttachmentId);
  const id = peering.TransitGatewayAttachmentId ?? "";
  requireState(id, peering.State, ["available", "pendingAcceptance", "rejected", "failed"]);
  setPeeringState(context, peering, "deleting");
  scheduleTransit(context, {
    kind: "transit-peering-deleted",
    subject: id,
    seconds: TRANSIT_SECONDS.attachment,
  });
  return { TransitGatewayPeeringAttachment: peering };
};
