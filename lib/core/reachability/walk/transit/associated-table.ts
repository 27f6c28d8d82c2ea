import { attachmentSideKey } from "../../../network/indexing/attachment-side-key";
import { coverageOf } from "../../../network/coverage-of";
import type { Network, Place } from "../../../network/network";
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
  if (!isKnownToHaveNone(walk.index.network, transitGatewayId, attachmentId))
    return { status: "end", end: routesUnknown(walk, transitGatewayId) };
  const end = deadEnd(walk, {
    code: "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION",
    resourceId: attachmentId,
    message: `${attachmentId} is associated with no route table of ${transitGatewayId}.`,
  });
  return { status: "end", end };
}

/** The owner's list of attachments holds it without an association, or each of the gateway's tables was read. */
function isKnownToHaveNone(network: Network, transitGatewayId: string, attachmentId: string): boolean {
  const key = attachmentSideKey(transitGatewayId, attachmentId);
  const listed = network.transitGatewayAttachmentSides.get(key);
  const ownerId =
    network.transitGateways.get(transitGatewayId)?.resource.OwnerId ?? listed?.resource.TransitGatewayOwnerId;
  const isOwners = ({ accountId }: Pick<Place, "accountId">) =>
    ownerId === undefined ? network.captures.length === 1 : accountId === null || accountId === ownerId;
  if (listed && isOwners(listed)) return true;
  const tables = [...network.transitGatewayRouteTables].filter(
    ([, { resource }]) => resource.TransitGatewayId === transitGatewayId,
  );
  return tables.length > 0 && tables.every(([id, table]) => isOwners(table) && isRead(network, id, table));
}

const LISTS = ["DescribeTransitGatewayRouteTables", "GetTransitGatewayRouteTableAssociations"] as const;

/** A table's associations, to the end, beside which no other table was left out. */
function isRead(network: Network, routeTableId: string, place: Place): boolean {
  return (
    network.transitGatewayRouteTableAssociations.has(routeTableId) &&
    LISTS.every((call) => coverageOf(network, call, place).status === "ok")
  );
}

export function routesUnknown(walk: Walk, transitGatewayId: string): WalkEnd {
  const ownerId = walk.index.network.transitGateways.get(transitGatewayId)?.resource.OwnerId;
  return leaveKnown(walk, {
    code: "TGW_RTB_ROUTES_ARE_UNKNOWN",
    resourceId: transitGatewayId,
    message: `The routes of ${transitGatewayId} were not read${ownerId === undefined ? "" : ` (it belongs to account ${ownerId})`}.`,
  });
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
    if (table && table.TransitGatewayId !== transitGatewayId) continue;
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
