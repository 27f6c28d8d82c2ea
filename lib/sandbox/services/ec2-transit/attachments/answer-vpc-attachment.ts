import type {
  AcceptTransitGatewayVpcAttachmentCommandInput,
  AcceptTransitGatewayVpcAttachmentCommandOutput,
  RejectTransitGatewayVpcAttachmentCommandInput,
  RejectTransitGatewayVpcAttachmentCommandOutput,
  TransitGatewayVpcAttachment,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { getOwnGateway } from "../lookup/find-gateway";
import { getVpcAttachment } from "../lookup/list-attachments";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { requireState } from "../lookup/transit-errors";
import type { TransitPlace } from "../lookup/transit-place";
import { addAttachmentInterfaces, checkFreeAddresses } from "./attachment-interfaces";
import { pickAttachmentSubnets } from "./pick-attachment-subnets";
import { scheduleAvailable } from "./schedule-attachment";

/** A request that waits for the answer of the transit gateway's owner. */
function getRequest(
  context: HandlerContext,
  id: string | undefined,
): { id: string; attachment: TransitGatewayVpcAttachment; home: TransitPlace } {
  const { attachment, home } = getVpcAttachment(context, id);
  const known = attachment.TransitGatewayAttachmentId ?? "";
  getOwnGateway(context, attachment.TransitGatewayId);
  requireState(known, attachment.State, ["pendingAcceptance"]);
  return { id: known, attachment, home };
}

export const acceptTransitGatewayVpcAttachment: Handler<
  AcceptTransitGatewayVpcAttachmentCommandInput,
  Answer<AcceptTransitGatewayVpcAttachmentCommandOutput>
> = (context, input) => {
  const { id, attachment, home } = getRequest(context, input.TransitGatewayAttachmentId);
  const { regionWorld } = home;
  const subnets = pickAttachmentSubnets(regionWorld, {
    vpcId: attachment.VpcId ?? "",
    subnetIds: attachment.SubnetIds ?? [],
  });
  checkFreeAddresses(regionWorld, subnets);
  attachment.State = "pending";
  addAttachmentInterfaces({ regionWorld, ids: context.ids }, id, subnets);
  scheduleAvailable(context, id, home);
  return { TransitGatewayVpcAttachment: { ...attachment, Tags: [] } };
};

export const rejectTransitGatewayVpcAttachment: Handler<
  RejectTransitGatewayVpcAttachmentCommandInput,
  Answer<RejectTransitGatewayVpcAttachmentCommandOutput>
> = (context, input) => {
  const { id, attachment, home } = getRequest(context, input.TransitGatewayAttachmentId);
  attachment.State = "rejecting";
  scheduleTransit(context, {
    kind: "transit-vpc-attachment-rejected",
    subject: id,
    seconds: TRANSIT_SECONDS.link,
    home,
  });
  return { TransitGatewayVpcAttachment: { ...attachment, Tags: [] } };
};
