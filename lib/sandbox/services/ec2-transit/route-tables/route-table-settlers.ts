import type { Settlers } from "../../../world/settle-world";
import type { ScheduledEvent } from "../../../world/world";
import { scheduleForgetting } from "../lookup/schedule-transit";

/** Whether a link is the one that an event is about. */
function isLink(event: ScheduledEvent): (link: { routeTableId: string; attachmentId: string }) => boolean {
  const routeTableId = event.data?.["routeTableId"];
  return (link) => link.routeTableId === routeTableId && link.attachmentId === event.subject;
}

/** What happens by itself to route tables, and to what links attachments to them. */
export const transitRouteTableSettlers: Settlers = {
  "transit-route-table-available": ({ regionWorld }, event) => {
    const table = regionWorld.transit.routeTables.find(
      (candidate) => candidate.TransitGatewayRouteTableId === event.subject,
    );
    if (table?.State === "pending") table.State = "available";
  },
  "transit-route-table-deleted": (context, event) => {
    const { transit } = context.regionWorld;
    const table = transit.routeTables.find(
      (candidate) => candidate.TransitGatewayRouteTableId === event.subject,
    );
    if (table === undefined) return;
    table.State = "deleted";
    transit.propagations = transit.propagations.filter((link) => link.routeTableId !== event.subject);
    transit.staticRoutes = transit.staticRoutes.filter((route) => route.routeTableId !== event.subject);
    transit.prefixListReferences = transit.prefixListReferences.filter(
      (reference) => reference.routeTableId !== event.subject,
    );
    scheduleForgetting(context, event.subject);
  },
  "transit-association-associated": ({ regionWorld }, event) => {
    const association = regionWorld.transit.associations.find(isLink(event));
    if (association?.state === "associating") association.state = "associated";
  },
  "transit-association-removed": ({ regionWorld }, event) => {
    const { transit } = regionWorld;
    const association = transit.associations.find(isLink(event));
    if (association?.state !== "disassociating") return;
    transit.associations = transit.associations.filter((other) => other !== association);
  },
  "transit-propagation-enabled": ({ regionWorld }, event) => {
    const propagation = regionWorld.transit.propagations.find(isLink(event));
    if (propagation?.state === "enabling") propagation.state = "enabled";
  },
  "transit-propagation-removed": ({ regionWorld }, event) => {
    const { transit } = regionWorld;
    const propagation = transit.propagations.find(isLink(event));
    if (propagation?.state !== "disabling") return;
    transit.propagations = transit.propagations.filter((other) => other !== propagation);
  },
};
