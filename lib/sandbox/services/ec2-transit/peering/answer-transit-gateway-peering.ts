import type {
  AcceptTransitGatewayPeeringAttachmentCommandInput,
  AcceptTransitGatewayPeeringAttachmentCommandOutput,
  RejectTransitGatewayPeeringAttachmentCommandInput,
  RejectTransitGatewayPeeringAttachmentCommandOutput,
  TransitGatewayPeeringAttachment,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { invalidParameter, requireState } from "../lookup/transit-errors";
import { peeringEnds } from "./peering-ends";
import { getPeering, setPeeringState } from "./peering-sides";

/** A request that waits here. Who asked cannot answer (words: terraform-provider-aws, issue 25617). */
function getRequest(
  context: HandlerContext,
  id: string | undefined,
  verb: "accept" | "reject",
): TransitGatewayPeeringAttachment {
  const peering = getPeering(context, id);
  const known = peering.TransitGatewayAttachmentId ?? "";
  const isHere = peeringEnds(context.regionWorld, peering).near === peering.AccepterTgwInfo;
  if (!isHere) throw invalidParameter(`Cannot ${verb} ${known} as the source of the peering request.`);
  requireState(known, peering.State, ["pendingAcceptance"]);
  return peering;
}

export const acceptTransitGatewayPeeringAttachment: Handler<
  AcceptTransitGatewayPeeringAttachmentCommandInput,
  Answer<AcceptTransitGatewayPeeringAttachmentCommandOutput>
> = (context, input) => {
  const peering = getRequest(context, input.TransitGatewayAttachmentId, "accept");
  setPeeringState(context, peering, "pending");
  scheduleTransit(context, {
    kind: "transit-peering-available",
    subject: peering.TransitGatewayAttachmentId ?? "",
    seconds: TRANSIT_SECONDS.peering,
  });
  return { TransitGatewayPeeringAttachment: peering };
};

export const rejectTransitGatewayPeeringAttachment: Handler<
  RejectTransitGatewayPeeringAttachmentCommandInput,
  Answer<RejectTransitGatewayPeeringAttachmentCommandOutput>
> = (context, input) => {
  const peering = getRequest(context, input.TransitGatewayAttachmentId, "reject");
  setPeeringState(context, peering, "rejecting");
  scheduleTransit(context, {
    kind: "transit-peering-rejected",
    subject: peering.TransitGatewayAttachmentId ?? "",
    seconds: TRANSIT_SECONDS.link,
  });
  return { TransitGatewayPeeringAttachment: peering };
};
