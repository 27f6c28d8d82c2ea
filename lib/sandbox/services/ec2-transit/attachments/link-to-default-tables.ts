import { findGateway } from "../lookup/find-gateway";
import { regionWorldsAround, type TransitPlace } from "../lookup/transit-place";

/** What an attachment gets as it becomes available: the transit gateway's default association and propagation. */
export function linkToDefaultTables(
  place: TransitPlace,
  attachment: { id: string; gatewayId: string; propagates: boolean },
): void {
  const gateway = findGateway(place, attachment.gatewayId);
  const owner = regionWorldsAround(place).find(({ transit }) =>
    transit.gateways.some((candidate) => candidate === gateway),
  );
  if (gateway === undefined || owner === undefined) return;
  const { associations, propagations } = owner.transit;
  const { AssociationDefaultRouteTableId: association, PropagationDefaultRouteTableId: propagation } =
    gateway.Options ?? {};
  const attachmentId = attachment.id;
  if (association !== undefined && !associations.some((link) => link.attachmentId === attachmentId)) {
    associations.push({ routeTableId: association, attachmentId, state: "associated" });
  }
  const isKnown = propagations.some(
    (link) => link.attachmentId === attachmentId && link.routeTableId === propagation,
  );
  if (attachment.propagates && propagation !== undefined && !isKnown) {
    propagations.push({ routeTableId: propagation, attachmentId, state: "enabled" });
  }
}

/** An attachment is gone: no table is its own any more, and none hears of its routes. */
export function unlinkFromTables(place: TransitPlace, attachmentId: string): void {
  for (const { transit } of regionWorldsAround(place)) {
    transit.associations = transit.associations.filter((link) => link.attachmentId !== attachmentId);
    transit.propagations = transit.propagations.filter((link) => link.attachmentId !== attachmentId);
  }
}
