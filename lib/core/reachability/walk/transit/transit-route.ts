import type { TransitGatewayRoute, TransitGatewayRouteTablePropagation } from "@aws-sdk/client-ec2";
import { coverageOf, isCutShort } from "../../../network/coverage-of";
import type { Resource } from "../../../network/network";
import type { Recorded } from "../../../network/resources";
import { keptPerIndex } from "../../index/kept";
import type { NetworkIndex } from "../../index/network-index";
import {
  coversRange,
  formatCidr,
  isOneAddress,
  parseCidrs,
  rangesOverlap,
  type CidrRange,
} from "../../sets/address-range";
import type { Walk } from "../walk";

export interface TransitRoute {
  range: CidrRange;
  /** Of equal prefixes the lower wins: static, prefix list, then propagated, by what it was propagated from. */
  rank: number;
  blackhole: boolean;
  attachments: readonly { attachmentId: string; resourceId: string; resourceType: string }[];
  text: string;
}

/** Source: Transit Gateways Guide, "Route evaluation order". */
const PROPAGATED_RANKS: ReadonlyMap<string, number> = new Map(
  ["vpc", "direct-connect-gateway", "connect", "vpn", "vpn-concentrator", "client-vpn", "peering"].map(
    (type, index) => [type, 2 + index],
  ),
);

/** The route that takes the packet, where there is one. */
export function findTransitRoute(walk: Walk, routeTableId: string): TransitRoute | undefined | "unread" {
  const route = bestRoute(walk, routeTableId);
  const { network } = walk.index;
  const searched = network.transitGatewayRoutes.get(routeTableId);
  if (!searched || isCutShort(coverageOf(network, "SearchTransitGatewayRoutes", searched))) return "unread";
  if (!mayBeOverruled(walk.index, searched.resource, route)) return route;
  return route && leadsHome(walk, route) ? route : "unread";
}

function bestRoute(walk: Walk, routeTableId: string): TransitRoute | undefined {
  const routes = transitRoutesOf(walk.index, routeTableId);
  const { destination } = walk.packet;
  for (const route of routes) {
    if (coversRange(route.range, destination)) return pickAmongEqual(walk, routeTableId, routes, route);
    if (!isOneAddress(destination) && rangesOverlap(route.range, destination)) {
      walk.cuts.add(destination, route.range);
    }
  }
  return undefined;
}

/** Into the VPC whose own address it is: nobody else announces a part of its range, so what was not read does not matter. */
function leadsHome({ index, packet }: Walk, { attachments: [first] }: TransitRoute): boolean {
  if (first?.resourceType !== "vpc") return false;
  return index.vpcRanges(first.resourceId).some((range) => coversRange(range, packet.destination));
}

/** Whether there may be a better route: the search was for one type, and not all that is propagated is known. */
function mayBeOverruled(
  index: NetworkIndex,
  { TransitGatewayRouteTableId, Routes, OnlyType }: Resource<"TransitGatewayRoutes">,
  route: TransitRoute | undefined,
): boolean {
  if (OnlyType === "propagated") return true;
  const enabled = enabledPropagations(index, TransitGatewayRouteTableId);
  const isOfStatic = OnlyType === "static" || (!isWhole(Routes) && enabled?.some(isOfVpc));
  if (!isOfStatic) return false;
  return enabled === null || enabled.some((one) => isUnknownElsewhere(index, one, route));
}

function isUnknownElsewhere(
  index: NetworkIndex,
  propagation: Propagation,
  route: TransitRoute | undefined,
): boolean {
  if (propagatedRoutes(index, propagation).length > 0) return false;
  const { TransitGatewayAttachmentId: own } = propagation;
  return route === undefined || route.attachments.every(({ attachmentId }) => attachmentId !== own);
}

/** Of VPCs with one range AWS installs one, the first that it met: which that was is not known. */
function pickAmongEqual(
  { packet, cuts }: Walk,
  routeTableId: string,
  routes: readonly TransitRoute[],
  best: TransitRoute,
): TransitRoute | undefined {
  const byTarget = new Map<string | undefined, TransitRoute>();
  for (const route of routes) {
    const isEqual =
      route.range.prefixLength === best.range.prefixLength &&
      route.rank === best.rank &&
      coversRange(route.range, packet.destination);
    const target = route.attachments[0]?.attachmentId;
    if (isEqual && !byTarget.has(target)) byTarget.set(target, route);
  }
  const place = [routeTableId, ...byTarget.keys()].join(" ");
  return [...byTarget.values()][cuts.choose(place, byTarget.size, "unknown-which")];
}

/** Best first. A search may have asked for static routes only; what VPCs propagate follows from their ranges. */
export const transitRoutesOf = keptPerIndex((index, routeTableId): readonly TransitRoute[] => {
  const searched = index.network.transitGatewayRoutes.get(routeTableId)?.resource.Routes ?? [];
  const announced = isWhole(searched) ? [] : (enabledPropagations(index, routeTableId) ?? []);
  const routes = [
    ...searched.flatMap(toTransitRoutes),
    ...announced.flatMap((one) => propagatedRoutes(index, one)),
  ];
  return routes.sort(
    (a, b) => b.range.prefixLength - a.range.prefixLength || a.rank - b.rank || (a.text < b.text ? -1 : 1),
  );
});

/** One, or none where it is not in force. */
function toTransitRoutes(route: Recorded<TransitGatewayRoute>): TransitRoute[] {
  const { State, Type, PrefixListId, TransitGatewayAttachments = [] } = route;
  if (State === "deleted" || State === "deleting") return [];
  const attachments = TransitGatewayAttachments.map(
    ({ TransitGatewayAttachmentId = "", ResourceId = "", ResourceType = "" }) => ({
      attachmentId: TransitGatewayAttachmentId,
      resourceId: ResourceId,
      resourceType: ResourceType,
    }),
  ).sort((a, b) => (a.attachmentId < b.attachmentId ? -1 : 1));
  const [first = NOWHERE] = attachments;
  const staticRank = PrefixListId === undefined ? 0 : 1;
  const rank = Type === "propagated" ? (PROPAGATED_RANKS.get(first.resourceType) ?? 9) : staticRank;
  return parseCidrs([route.DestinationCidrBlock]).map((range) => ({
    range,
    rank,
    blackhole: State === "blackhole",
    attachments,
    text: `${formatCidr(range)} → ${first.attachmentId}`,
  }));
}

const NOWHERE = { attachmentId: "blackhole", resourceType: "" };

/** A search that gave a propagated route was not for static ones only. */
function isWhole(searched: readonly Recorded<TransitGatewayRoute>[]): boolean {
  return searched.some(({ Type }) => Type === "propagated");
}

type Propagation = Recorded<TransitGatewayRouteTablePropagation>;

/** Null where they were not read. */
function enabledPropagations({ network }: NetworkIndex, routeTableId: string): Propagation[] | null {
  const read = network.transitGatewayRouteTablePropagations.get(routeTableId)?.resource;
  return read?.TransitGatewayRouteTablePropagations.filter(({ State }) => State === "enabled") ?? null;
}

function isOfVpc({ ResourceType }: Propagation): boolean {
  return ResourceType === "vpc";
}

/** A VPC announces its ranges; what others announce is not known. */
function propagatedRoutes(index: NetworkIndex, propagation: Propagation): TransitRoute[] {
  const { ResourceId: resourceId, TransitGatewayAttachmentId: attachmentId } = propagation;
  if (!isOfVpc(propagation) || !resourceId || !attachmentId) return [];
  return index.vpcRanges(resourceId).map((range) => ({
    range,
    rank: 2,
    blackhole: false,
    attachments: [{ attachmentId, resourceId, resourceType: "vpc" }],
    text: `${formatCidr(range)} → ${attachmentId}`,
  }));
}
