import type {
  DisableTransitGatewayRouteTablePropagationCommandInput,
  DisableTransitGatewayRouteTablePropagationCommandOutput,
  EnableTransitGatewayRouteTablePropagationCommandInput,
  EnableTransitGatewayRouteTablePropagationCommandOutput,
  TransitGatewayPropagation,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { TransitPropagation } from "../../../world/transit-world";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { invalidParameter, required, requireState } from "../lookup/transit-errors";
import { getTableAndAttachment, LINKABLE, type TableAndAttachment } from "./table-and-attachment";

type PropagationInput =
  | EnableTransitGatewayRouteTablePropagationCommandInput
  | DisableTransitGatewayRouteTablePropagationCommandInput;

/** Route table announcements need Cloud WAN, which the sandbox does not have: an attachment must be named. */
function find(context: HandlerContext, input: PropagationInput): TableAndAttachment {
  if (input.TransitGatewayRouteTableAnnouncementId !== undefined) {
    throw new AwsError(
      "InvalidTransitGatewayRouteTableAnnouncementId.NotFound",
      `Transit Gateway Route Table Announcement ${input.TransitGatewayRouteTableAnnouncementId} was deleted or does not exist.`,
    );
  }
  required(input.TransitGatewayAttachmentId, "TransitGatewayAttachmentId");
  return getTableAndAttachment(context, input);
}

function toAnswer(found: TableAndAttachment, propagation: TransitPropagation): TransitGatewayPropagation {
  return {
    TransitGatewayAttachmentId: found.attachmentId,
    ResourceId: found.attachment.ResourceId,
    ResourceType: found.attachment.ResourceType,
    TransitGatewayRouteTableId: found.tableId,
    State: propagation.state,
  };
}

/** Lets an attachment tell a table its routes. A peering has none to tell ("Transit gateway peering attachments"). */
export const enableTransitGatewayRouteTablePropagation: Handler<
  EnableTransitGatewayRouteTablePropagationCommandInput,
  Answer<EnableTransitGatewayRouteTablePropagationCommandOutput>
> = (context, input) => {
  const found = find(context, input);
  const { propagations } = context.regionWorld.transit;
  if (found.attachment.ResourceType === "peering") {
    throw invalidParameter(`Propagation is not supported for the peering attachment ${found.attachmentId}`);
  }
  requireState(found.attachmentId, found.attachment.State, LINKABLE);
  const known = propagations.some(
    (candidate) => candidate.routeTableId === found.tableId && candidate.attachmentId === found.attachmentId,
  );
  if (known) {
    throw new AwsError(
      "TransitGatewayRouteTablePropagation.Duplicate",
      `Propagation ${found.attachmentId} already exists in Transit Gateway Route Table ${found.tableId}.`,
    );
  }
  const propagation: TransitPropagation = {
    routeTableId: found.tableId,
    attachmentId: found.attachmentId,
    state: "enabling",
  };
  propagations.push(propagation);
  scheduleTransit(context, {
    kind: "transit-propagation-enabled",
    subject: found.attachmentId,
    routeTableId: found.tableId,
    seconds: TRANSIT_SECONDS.link,
  });
  return { Propagation: toAnswer(found, propagation) };
};

export const disableTransitGatewayRouteTablePropagation: Handler<
  DisableTransitGatewayRouteTablePropagationCommandInput,
  Answer<DisableTransitGatewayRouteTablePropagationCommandOutput>
> = (context, input) => {
  const found = find(context, input);
  const propagation = context.regionWorld.transit.propagations.find(
    (candidate) => candidate.routeTableId === found.tableId && candidate.attachmentId === found.attachmentId,
  );
  if (propagation === undefined) {
    throw new AwsError(
      "TransitGatewayRouteTablePropagation.NotFound",
      `Propagation ${found.attachmentId} does not exist in Transit Gateway Route Table ${found.tableId}.`,
    );
  }
  requireState(found.attachmentId, propagation.state, ["enabled"]);
  propagation.state = "disabling";
  scheduleTransit(context, {
    kind: "transit-propagation-removed",
    subject: found.attachmentId,
    routeTableId: found.tableId,
    seconds: TRANSIT_SECONDS.link,
  });
  return { Propagation: toAnswer(found, propagation) };
};
