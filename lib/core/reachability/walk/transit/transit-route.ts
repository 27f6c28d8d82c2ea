import type { TransitGatewayRoute } from "@aws-sdk/client-ec2";
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
  const routes = transitRoutesOf(walk.index, routeTableId);
  if (!walk.index.network.transitGatewayRoutes.has(routeTableId)) return "unread";
  const { destination } = walk.packet;
  for (const route of routes) {
    if (coversRange(route.range, destination)) return pickAmongEqual(walk, routeTableId, routes, route);
    if (!isOneAddress(destination) && rangesOverlap(route.range, destination)) {
      walk.cuts.add(destination, route.range);
    }
  }
  return undefined;
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
  const isWhole = searched.some(({ Type }) => Type === "propagated");
  const routes = [...searched.flatMap(toTransitRoutes), ...(isWhole ? [] : propagated(index, routeTableId))];
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

function propagated(index: NetworkIndex, routeTableId: string): TransitRoute[] {
  const propagations = index.network.transitGatewayRouteTablePropagations.get(routeTableId)?.resource;
  return (propagations?.TransitGatewayRouteTablePropagations ?? []).flatMap((propagation) => {
    const { ResourceId, ResourceType, State, TransitGatewayAttachmentId } = propagation;
    if (ResourceType !== "vpc" || State !== "enabled" || !ResourceId || !TransitGatewayAttachmentId)
      return [];
    const attachment = {
      attachmentId: TransitGatewayAttachmentId,
      resourceId: ResourceId,
      resourceType: "vpc",
    };
    return index.vpcRanges(ResourceId).map((range): TransitRoute => ({
      range,
      rank: 2,
      blackhole: false,
      attachments: [attachment],
      text: `${formatCidr(range)} → ${TransitGatewayAttachmentId}`,
    }));
  });
}
