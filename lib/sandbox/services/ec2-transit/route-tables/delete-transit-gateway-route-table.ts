import type {
  DeleteTransitGatewayRouteTableCommandInput,
  DeleteTransitGatewayRouteTableCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getTransitRouteTable } from "../lookup/find-route-table";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { requireState } from "../lookup/transit-errors";

/** Deletes a table that is no default and that no attachment is associated with. */
export const deleteTransitGatewayRouteTable: Handler<
  DeleteTransitGatewayRouteTableCommandInput,
  Answer<DeleteTransitGatewayRouteTableCommandOutput>
> = (context, input) => {
  const table = getTransitRouteTable(context, input.TransitGatewayRouteTableId);
  const id = table.TransitGatewayRouteTableId ?? "";
  requireState(id, table.State, ["available"]);
  if (table.DefaultAssociationRouteTable === true || table.DefaultPropagationRouteTable === true) {
    throw new AwsError("IncorrectState", `Cannot delete the default route table ${id}`);
  }
  if (context.regionWorld.transit.associations.some((association) => association.routeTableId === id)) {
    throw new AwsError("IncorrectState", `${id} has non-deleted associations`);
  }
  table.State = "deleting";
  scheduleTransit(context, {
    kind: "transit-route-table-deleted",
    subject: id,
    seconds: TRANSIT_SECONDS.routeTable,
  });
  return { TransitGatewayRouteTable: table };
};
