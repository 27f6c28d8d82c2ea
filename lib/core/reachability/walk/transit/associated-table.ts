import { attachmentSideKey } from "../../../network/indexing/attachment-side-key";
import { deadEnd, leaveKnown, type Walk, type WalkEnd } from "../walk";

export type AssociatedTable = { status: "found"; routeTableId: string } | { status: "end"; end: WalkEnd };

/**
 * The route table that an attachment is associated with, one at most. An account that only shares a transit gateway
 * does not see its route tables, so their absence counts where the owner's account was read.
 */
export function associatedTable(walk: Walk, transitGatewayId: string, attachmentId: string): AssociatedTable {
  const routeTableId =
    byAttachment(walk, transitGatewayId, attachmentId) ?? byTable(walk, transitGatewayId, attachmentId);
  if (routeTableId !== undefined) return { status: "found", routeTableId };
  if (isWholeWithout(walk, transitGatewayId, attachmentId)) {
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

/** Whether the owner's answers for the transit gateway's region were read, so that what they do not name is not there. */
function isWholeWithout({ index }: Walk, transitGatewayId: string, attachmentId: string): boolean {
  const { captures, transitGateways, transitGatewayAttachmentSides } = index.network;
  const side = transitGatewayAttachmentSides.get(attachmentSideKey(transitGatewayId, attachmentId));
  const gateway = transitGateways.get(transitGatewayId);
  const place = gateway ?? side;
  const ownerId = gateway?.resource.OwnerId ?? side?.resource.TransitGatewayOwnerId;
  return captures.some(
    ({ accountId, region, coverage }) =>
      place?.region === region &&
      (ownerId === undefined || accountId === null ? captures.length === 1 : accountId === ownerId) &&
      ["DescribeTransitGatewayAttachments", "GetTransitGatewayRouteTableAssociations"].some(
        (call) => coverage.get(call)?.status === "ok",
      ),
  );
}

function byAttachment({ index }: Walk, transitGatewayId: string, attachmentId: string): string | undefined {
  const key = attachmentSideKey(transitGatewayId, attachmentId);
  const side = index.network.transitGatewayAttachmentSides.get(key)?.resource;
  const { TransitGatewayRouteTableId, State } = side?.Association ?? {};
  return isAssociated(State) ? TransitGatewayRouteTableId : undefined;
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
