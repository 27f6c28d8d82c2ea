import type { Settlers } from "../../../world/settle-world";
import { scheduleForgetting } from "../lookup/schedule-transit";

/** What happens to a transit gateway by itself. */
export const transitGatewaySettlers: Settlers = {
  "transit-gateway-available": ({ regionWorld }, event) => {
    const gateway = regionWorld.transit.gateways.find(
      (candidate) => candidate.TransitGatewayId === event.subject,
    );
    if (gateway?.State === "pending" || gateway?.State === "modifying") gateway.State = "available";
  },
  "transit-gateway-deleted": (context, event) => {
    const { transit } = context.regionWorld;
    const gateway = transit.gateways.find((candidate) => candidate.TransitGatewayId === event.subject);
    if (gateway === undefined) return;
    gateway.State = "deleted";
    transit.sharedWith[event.subject] = [];
    scheduleForgetting(context, event.subject);
    for (const table of transit.routeTables) {
      if (table.TransitGatewayId !== event.subject) continue;
      table.State = "deleted";
      scheduleForgetting(context, table.TransitGatewayRouteTableId ?? "");
    }
  },
};
