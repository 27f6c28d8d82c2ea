import type { Tag, TransitGatewayRouteTable } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../handler";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";

/** Adds a route table that will be available in a moment. */
export function addTransitRouteTable(
  context: HandlerContext,
  { gatewayId, tags }: { gatewayId: string; tags: Tag[] },
): TransitGatewayRouteTable {
  const { regionWorld, ids, clock } = context;
  const table: TransitGatewayRouteTable = {
    TransitGatewayRouteTableId: ids.id("tgw-rtb"),
    TransitGatewayId: gatewayId,
    State: "pending",
    DefaultAssociationRouteTable: false,
    DefaultPropagationRouteTable: false,
    CreationTime: new Date(clock.now()),
    Tags: tags,
  };
  regionWorld.transit.routeTables.push(table);
  scheduleTransit(context, {
    kind: "transit-route-table-available",
    subject: table.TransitGatewayRouteTableId ?? "",
    seconds: TRANSIT_SECONDS.routeTable,
  });
  return table;
}
