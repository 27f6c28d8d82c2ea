import type { TransitGatewayRouteTable } from "@aws-sdk/client-ec2";
import { pickLiving, required, transitRouteTableKind } from "./transit-errors";
import type { TransitPlace } from "./transit-place";

const kind = {
  ...transitRouteTableKind,
  idOf: (table: TransitGatewayRouteTable) => table.TransitGatewayRouteTableId,
};

/** One of the account's own tables: with whomever the transit gateway is shared, its tables are not. */
export function getTransitRouteTable(place: TransitPlace, id: string | undefined): TransitGatewayRouteTable {
  return pickLiving(place.regionWorld.transit.routeTables, required(id, "TransitGatewayRouteTableId"), kind);
}
