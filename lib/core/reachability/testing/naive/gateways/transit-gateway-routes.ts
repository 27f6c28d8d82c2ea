import type { TransitGatewayRoute } from "@aws-sdk/client-ec2";
import type { Network } from "@/lib/core/network/network";
import type { Recorded } from "@/lib/core/network/resources";
import { isWithin, prefixLength } from "../places/addresses";
import { cidrsOf, isInVpc } from "../places/vpcs";
import { Blocked, Lost, type Walk } from "../walk";

export interface Target {
  attachmentId: string;
  resourceId: string | undefined;
  resourceType: string | undefined;
}

interface Candidate {
  cidr: string;
  isBlackhole: boolean;
  /** The lower goes first at the same length. */
  rank: number;
  targets: Target[];
}

/** The one table that an attachment is associated with. */
export function attachmentRouteTable(
  network: Network,
  transitGatewayId: string,
  attachmentId: string,
): string {
  for (const [tableId, { resource }] of network.transitGatewayRouteTableAssociations) {
    // Both ends of a peering have one id: each is in a table of its own gateway.
    const ownerId = network.transitGatewayRouteTables.get(tableId)?.resource.TransitGatewayId;
    if (ownerId !== undefined && ownerId !== transitGatewayId) continue;
    const isIn = resource.Associations.some(
      (one) => one.TransitGatewayAttachmentId === attachmentId && isCurrent(one.State),
    );
    if (isIn) return tableId;
  }
  const listed = [...network.transitGatewayAttachmentSides.values()].find(
    ({ resource: one }) =>
      one.TransitGatewayAttachmentId === attachmentId && one.TransitGatewayId === transitGatewayId,
  );
  const association = listed?.resource.Association;
  if (association?.TransitGatewayRouteTableId !== undefined && isCurrent(association.State))
    return association.TransitGatewayRouteTableId;
  // Who shares the transit gateway does not see its associations.
  const ownerId =
    network.transitGateways.get(transitGatewayId)?.resource.OwnerId ?? listed?.resource.TransitGatewayOwnerId;
  const isOfOwner = (accountId: string | null) => accountId === null || accountId === ownerId;
  if (listed?.resource.TransitGatewayId === transitGatewayId && isOfOwner(listed.accountId))
    throw new Blocked("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION");
  const own = [...network.transitGatewayRouteTables].filter(
    ([, { resource }]) => resource.TransitGatewayId === transitGatewayId,
  );
  // Each of its tables tells who is in it, and this one is in none.
  const areAllRead = own.every(([tableId, { accountId, captureIndex }]) => {
    const coverage = network.captures[captureIndex]?.coverage;
    const areListed = coverage?.get("DescribeTransitGatewayRouteTables")?.status === "ok";
    const areAsked = coverage?.get("GetTransitGatewayRouteTableAssociations")?.status === "ok";
    const isAnswered = network.transitGatewayRouteTableAssociations.has(tableId);
    return isOfOwner(accountId) && areListed && areAsked && isAnswered;
  });
  if (own.length > 0 && areAllRead) throw new Blocked("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION");
  throw new Lost("NOT_EVALUATED_UNREAD transit gateway association");
}

function isCurrent(state: string | undefined): boolean {
  return state === undefined || state === "associated";
}

/** AWS's order among routes of one length. Source: "How transit gateways work", "Route evaluation order". */
const PROPAGATED = [
  "vpc",
  "direct-connect-gateway",
  "connect",
  "vpn",
  "vpn-concentrator",
  "client-vpn",
  "peering",
];

/** Longest prefix, then static before prefix list before propagated. */
export function pickTransitGatewayRoute(walk: Walk, tableId: string): Target {
  const { network, packet } = walk;
  const routes = network.transitGatewayRoutes.get(tableId)?.resource.Routes;
  if (!routes) throw new Lost("TGW_RTB_ROUTES_ARE_UNKNOWN");
  // A search that gives one propagated route was not for static ones only, so it gives all.
  const isWhole = routes.some(({ Type }) => Type === "propagated");
  const candidates = [...routes.flatMap(toCandidate), ...(isWhole ? [] : propagated(network, tableId))]
    .filter(({ cidr }) => isWithin(packet.destination, cidr))
    .sort((left, right) => prefixLength(right.cidr) - prefixLength(left.cidr) || left.rank - right.rank);
  const [best] = candidates;
  if (mayHaveMore(network, tableId, best) && !leadsHome(walk, best))
    throw new Lost("TGW_RTB_ROUTES_ARE_UNKNOWN");
  if (!best) throw new Blocked("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT");
  if (best.isBlackhole) throw new Blocked("TGW_RTB_BAD_STATE_ROUTE");
  const equal = candidates.filter(
    ({ cidr, rank }) => prefixLength(cidr) === prefixLength(best.cidr) && rank === best.rank,
  );
  const targets = distinct(equal.flatMap((one) => one.targets));
  const target =
    targets[targets.length > 1 ? walk.choose("either", targets.length, JSON.stringify(targets)) : 0];
  if (!target) throw new Lost("TGW_RTB_ROUTES_ARE_UNKNOWN target");
  return target;
}

/** A search for static routes where something announces what is not known. */
function mayHaveMore(network: Network, tableId: string, best: Candidate | undefined): boolean {
  const { Routes = [], OnlyType } = network.transitGatewayRoutes.get(tableId)?.resource ?? {};
  const read = network.transitGatewayRouteTablePropagations.get(tableId)?.resource;
  const enabled = (read?.TransitGatewayRouteTablePropagations ?? []).filter((one) => one.State === "enabled");
  const isWhole = Routes.some(({ Type }) => Type === "propagated");
  if (OnlyType === "propagated") return true;
  if (OnlyType === undefined && (isWhole || !enabled.some((one) => one.ResourceType === "vpc"))) return false;
  const unknown = enabled.filter(
    (one) => one.ResourceType !== "vpc" || !cidrsOf(network, one.ResourceId ?? ""),
  );
  const ids = (best?.targets ?? []).map(({ attachmentId }) => attachmentId);
  return !read || unknown.some((one) => !ids.includes(one.TransitGatewayAttachmentId ?? ""));
}

function leadsHome({ network, packet }: Walk, best: Candidate | undefined): boolean {
  const [target] = best?.targets ?? [];
  return target?.resourceType === "vpc" && isInVpc(network, target.resourceId ?? "", packet.destination);
}

function distinct(targets: readonly Target[]): Target[] {
  return targets.filter(
    (target, index) =>
      targets.findIndex(({ attachmentId }) => attachmentId === target.attachmentId) === index,
  );
}

function toCandidate(route: Recorded<TransitGatewayRoute>): Candidate[] {
  const { DestinationCidrBlock: cidr, State, Type, PrefixListId, TransitGatewayAttachments } = route;
  if (cidr === undefined || (State !== "active" && State !== "blackhole")) return [];
  const targets = (TransitGatewayAttachments ?? []).flatMap((one) =>
    one.TransitGatewayAttachmentId === undefined
      ? []
      : [
          {
            attachmentId: one.TransitGatewayAttachmentId,
            resourceId: one.ResourceId,
            resourceType: one.ResourceType,
          },
        ],
  );
  const kind = PROPAGATED.indexOf(targets[0]?.resourceType ?? "");
  const rank =
    Type === "propagated" ? 2 + (kind === -1 ? PROPAGATED.length : kind) : PrefixListId === undefined ? 0 : 1;
  return [{ cidr, isBlackhole: State === "blackhole", rank, targets }];
}

/** A search for static routes leaves out what VPCs announce by themselves. */
function propagated(network: Network, tableId: string): Candidate[] {
  const list = network.transitGatewayRouteTablePropagations.get(tableId)?.resource;
  return (list?.TransitGatewayRouteTablePropagations ?? []).flatMap((one) => {
    const { TransitGatewayAttachmentId: attachmentId, ResourceId, ResourceType, State } = one;
    if (attachmentId === undefined || ResourceType !== "vpc" || State !== "enabled") return [];
    const target = { attachmentId, resourceId: ResourceId, resourceType: "vpc" };
    return (cidrsOf(network, ResourceId ?? "") ?? []).map((cidr) => ({
      cidr,
      isBlackhole: false,
      rank: 2,
      targets: [target],
    }));
  });
}
