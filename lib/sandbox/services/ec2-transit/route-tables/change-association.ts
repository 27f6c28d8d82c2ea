import type {
  AssociateTransitGatewayRouteTableCommandInput,
  AssociateTransitGatewayRouteTableCommandOutput,
  DisassociateTransitGatewayRouteTableCommandInput,
  DisassociateTransitGatewayRouteTableCommandOutput,
  TransitGatewayAssociation,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { TransitAssociation } from "../../../world/transit-world";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { requireState } from "../lookup/transit-errors";
import { getTableAndAttachment, LINKABLE, type TableAndAttachment } from "./table-and-attachment";

function toAnswer(found: TableAndAttachment, association: TransitAssociation): TransitGatewayAssociation {
  return {
    TransitGatewayRouteTableId: found.tableId,
    TransitGatewayAttachmentId: found.attachmentId,
    ResourceId: found.attachment.ResourceId,
    ResourceType: found.attachment.ResourceType,
    State: association.state,
  };
}

/** Gives an attachment its one table. Words: weaveworks and others' logs of Resource.AlreadyAssociated. */
export const associateTransitGatewayRouteTable: Handler<
  AssociateTransitGatewayRouteTableCommandInput,
  Answer<AssociateTransitGatewayRouteTableCommandOutput>
> = (context, input) => {
  const found = getTableAndAttachment(context, input);
  const { associations } = context.regionWorld.transit;
  requireState(found.attachmentId, found.attachment.State, LINKABLE);
  if (associations.some((association) => association.attachmentId === found.attachmentId)) {
    throw new AwsError(
      "Resource.AlreadyAssociated",
      `Transit Gateway Attachment ${found.attachmentId} is already associated to a route table.`,
    );
  }
  const association: TransitAssociation = {
    routeTableId: found.tableId,
    attachmentId: found.attachmentId,
    state: "associating",
  };
  associations.push(association);
  scheduleTransit(context, {
    kind: "transit-association-associated",
    subject: found.attachmentId,
    routeTableId: found.tableId,
    seconds: TRANSIT_SECONDS.link,
  });
  return { Association: toAnswer(found, association) };
};

export const disassociateTransitGatewayRouteTable: Handler<
  DisassociateTransitGatewayRouteTableCommandInput,
  Answer<DisassociateTransitGatewayRouteTableCommandOutput>
> = (context, input) => {
  const found = getTableAndAttachment(context, input);
  const association = context.regionWorld.transit.associations.find(
    (candidate) => candidate.routeTableId === found.tableId && candidate.attachmentId === found.attachmentId,
  );
  if (association === undefined) {
    throw new AwsError(
      "InvalidAssociation.NotFound",
      `Transit Gateway Attachment ${found.attachmentId} is not associated to ${found.tableId}.`,
    );
  }
  requireState(found.attachmentId, association.state, ["associated"]);
  association.state = "disassociating";
  scheduleTransit(context, {
    kind: "transit-association-removed",
    subject: found.attachmentId,
    routeTableId: found.tableId,
    seconds: TRANSIT_SECONDS.link,
  });
  return { Association: toAnswer(found, association) };
};
