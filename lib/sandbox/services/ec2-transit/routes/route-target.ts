import { AwsError } from "../../../aws-error";
import { LINKABLE } from "../route-tables/table-and-attachment";
import { getAttachment } from "../lookup/list-attachments";
import { getTransitRouteTable } from "../lookup/find-route-table";
import { invalidParameter, requireState } from "../lookup/transit-errors";
import type { TransitPlace } from "../lookup/transit-place";

export interface RouteTargetInput {
  TransitGatewayRouteTableId?: string | undefined;
  TransitGatewayAttachmentId?: string | undefined;
  Blackhole?: boolean | undefined;
}

/** The table and the target that a static route is to have: an attachment or, without one, nothing. */
export function getRouteTarget(
  place: TransitPlace,
  input: RouteTargetInput,
): { routeTableId: string; attachmentId?: string } {
  const table = getTransitRouteTable(place, input.TransitGatewayRouteTableId);
  const routeTableId = table.TransitGatewayRouteTableId ?? "";
  requireState(routeTableId, table.State, ["available"]);
  const isBlackhole = input.Blackhole === true;
  if (isBlackhole && input.TransitGatewayAttachmentId !== undefined) {
    throw new AwsError(
      "InvalidParameterCombination",
      "The parameters TransitGatewayAttachmentId and Blackhole cannot be used together.",
    );
  }
  if (isBlackhole) return { routeTableId };
  const attachment = getAttachment(place, input.TransitGatewayAttachmentId);
  const attachmentId = attachment.TransitGatewayAttachmentId ?? "";
  if (attachment.TransitGatewayId !== table.TransitGatewayId) {
    throw invalidParameter(`${routeTableId} and ${attachmentId} do not belong to the same transit gateway`);
  }
  requireState(attachmentId, attachment.State, LINKABLE);
  return { routeTableId, attachmentId };
}
