import type { TransitGatewayAttachment, TransitGatewayRouteTable } from "@aws-sdk/client-ec2";
import { getAttachment } from "../lookup/list-attachments";
import { getTransitRouteTable } from "../lookup/find-route-table";
import { invalidParameter, requireState } from "../lookup/transit-errors";
import type { TransitPlace } from "../lookup/transit-place";

export interface TableAndAttachment {
  table: TransitGatewayRouteTable;
  tableId: string;
  attachment: TransitGatewayAttachment;
  attachmentId: string;
}

/** A table and an attachment of one transit gateway, the table in use. Throws AwsError. */
export function getTableAndAttachment(
  place: TransitPlace,
  input: { TransitGatewayRouteTableId?: string | undefined; TransitGatewayAttachmentId?: string | undefined },
): TableAndAttachment {
  const table = getTransitRouteTable(place, input.TransitGatewayRouteTableId);
  const tableId = table.TransitGatewayRouteTableId ?? "";
  const attachment = getAttachment(place, input.TransitGatewayAttachmentId);
  const attachmentId = attachment.TransitGatewayAttachmentId ?? "";
  requireState(tableId, table.State, ["available"]);
  if (attachment.TransitGatewayId !== table.TransitGatewayId) {
    throw invalidParameter(`${tableId} and ${attachmentId} do not belong to the same transit gateway`);
  }
  return { table, tableId, attachment, attachmentId };
}

/** States in which an attachment can be linked to a table. */
export const LINKABLE: readonly string[] = ["available", "modifying"];
