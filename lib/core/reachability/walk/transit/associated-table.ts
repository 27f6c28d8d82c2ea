import { deadEnd, leaveKnown, type Walk, type WalkEnd } from "../walk";

export type AssociatedTable = { status: "found"; routeTableId: string } | { status: "end"; end: WalkEnd };

/**
 * The route table that an attachment is associated with, one at most. An account that only shares a transit gateway
 * does not see its route tables, so their absence counts where the owner's account was read.
 */
export function associatedTable(walk: Walk, transitGatewayId: string, attachmentId: string): AssociatedTable {
  const { network } = walk.index;
  const routeTableId =
    byAttachment(walk, transitGatewayId, attachmentId) ?? byTable(walk, transitGatewayId, attachmentId);
  if (routeTableId !== undefined) return { status: "found", routeTableId };
  const ownerId =
    network.transitGateways.get(transitGatewayId)?.resource.OwnerId ??
    network.transitGatewayAttachments.get(attachmentId)?.resource.TransitGatewayOwnerId;
  const owner = network.captures.find(
    ({ accountId, coverage }) =>
      (accountId === ownerId || network.captures.length === 1) &&
      ["DescribeTransitGatewayAttachments", "GetTransitGatewayRouteTableAssociations"].some(
        (call) => coverage.get(call)?.status === "ok",
      ),
  );
  const isForeign = ownerId !== undefined && owner?.accountId && owner.accountId !== ownerId;
  if (owner && !isForeign) {
    const end = deadEnd(walk, {
      code: "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION",
      resourceId: attachmentId,
      message: `${attachmentId} is associated with no route table of ${transitGatewayId}.`,
    });
    return { status: "end", end };
  }
  return { status: "end", end: routesUnknown(walk, transitGatewayId) };
}

export function routesUnknown(walk: Walk, transitGatewayId: string): WalkEnd {
  const ownerId = walk.index.network.transitGateways.get(transitGatewayId)?.resource.OwnerId;
  return leaveKnown(walk, {
    code: "TGW_RTB_ROUTES_ARE_UNKNOWN",
    resourceId: transitGatewayId,
    message: `The routes of ${transitGatewayId} were not read${ownerId === undefined ? "" : ` (it belongs to account ${ownerId})`}.`,
  });
}

/** An attachment between two transit gateways has one id and two associations, of which the index holds one. */
function byAttachment({ index }: Walk, transitGatewayId: string, attachmentId: string): string | undefined {
  const attachment = index.network.transitGatewayAttachments.get(attachmentId)?.resource;
  const { TransitGatewayRouteTableId, State } = attachment?.Association ?? {};
  return attachment?.TransitGatewayId === transitGatewayId && isAssociated(State)
    ? TransitGatewayRouteTableId
    : undefined;
}

function byTable(
  { index: { network } }: Walk,
  transitGatewayId: string,
  attachmentId: string,
): string | undefined {
  for (const [routeTableId, { resource }] of network.transitGatewayRouteTableAssociations) {
    const table = network.transitGatewayRouteTables.get(routeTableId)?.resource;
    if (table?.TransitGatewayId !== transitGatewayId) continue;
    const isIts = resource.Associations.some(
      ({ TransitGatewayAttachmentId, State }) =>
        TransitGatewayAttachmentId === attachmentId && isAssociated(State),
    );
    if (isIts) return routeTableId;
  }
  return undefined;
}

function isAssociated(state: string | undefined): boolean {
  return state === undefined || state === "associated";
}
