import type { TransitGatewayRoute } from "@aws-sdk/client-ec2";
import type { Network } from "../../../network/network";
import type { Recorded } from "../../../network/resources";
import { vpcCidrBlocks } from "../../../network/vpc-cidr-blocks";
import {
  coversRange,
  isOneAddress,
  parseCidr,
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

/** The route that takes the packet; null where the table's routes were not read. */
export function findTransitRoute(walk: Walk, routeTableId: string): TransitRoute | "none" | null {
  const routes = transitRoutes(walk.index.network, routeTableId);
  if (routes === null) return null;
  const { destination } = walk.packet;
  for (const route of routes) {
    if (coversRange(route.range, destination)) return pickAmongEqual(walk, routeTableId, routes, route);
    if (!isOneAddress(destination) && rangesOverlap(route.range, destination)) {
      walk.cuts.add(destination, route.range);
    }
  }
  return "none";
}

/** Of VPCs with one range AWS installs one, the first that it met: which that was is not known. */
function pickAmongEqual(
  walk: Walk,
  routeTableId: string,
  routes: readonly TransitRoute[],
  best: TransitRoute,
): TransitRoute {
  const byTarget = new Map<string | undefined, TransitRoute>();
  for (const route of routes) {
    const isEqual =
      route.range.prefixLength === best.range.prefixLength &&
      route.rank === best.rank &&
      coversRange(route.range, walk.packet.destination);
    const target = route.attachments[0]?.attachmentId;
    if (isEqual && !byTarget.has(target)) byTarget.set(target, route);
  }
  const ways = [...byTarget.values()];
  return ways[walk.cuts.choose(routeTableId, ways.length, "unknown-which")] ?? best;
}

/** Best first. A search may have asked for static routes only; what VPCs propagate follows from their ranges. */
function transitRoutes(network: Network, routeTableId: string): TransitRoute[] | null {
  const searched = network.transitGatewayRoutes.get(routeTableId)?.resource.Routes;
  if (!searched) return null;
  const isWhole = searched.some(({ Type }) => Type === "propagated");
  const routes = [
    ...searched.flatMap((route) => toTransitRoute(route) ?? []),
    ...(isWhole ? [] : propagated(network, routeTableId)),
  ];
  return routes.sort(
    (a, b) => b.range.prefixLength - a.range.prefixLength || a.rank - b.rank || (a.text < b.text ? -1 : 1),
  );
}

function toTransitRoute(route: Recorded<TransitGatewayRoute>): TransitRoute | null {
  const range = parseCidr(route.DestinationCidrBlock ?? "");
  if (!range || route.State === "deleted" || route.State === "deleting") return null;
  const attachments = (route.TransitGatewayAttachments ?? [])
    .map(({ TransitGatewayAttachmentId = "", ResourceId = "", ResourceType }) => ({
      attachmentId: TransitGatewayAttachmentId,
      resourceId: ResourceId,
      resourceType: ResourceType ?? "",
    }))
    .sort((a, b) => (a.attachmentId < b.attachmentId ? -1 : 1));
  const type = attachments[0]?.resourceType ?? "";
  const rank = route.Type === "propagated" ? (PROPAGATED_RANKS.get(type) ?? 9) : route.PrefixListId ? 1 : 0;
  const target = attachments[0]?.attachmentId ?? "blackhole";
  return {
    range,
    rank,
    blackhole: route.State === "blackhole",
    attachments,
    text: `${route.DestinationCidrBlock ?? ""} → ${target}`,
  };
}

function propagated(network: Network, routeTableId: string): TransitRoute[] {
  const propagations = network.transitGatewayRouteTablePropagations.get(routeTableId)?.resource;
  return (propagations?.TransitGatewayRouteTablePropagations ?? []).flatMap((propagation) => {
    const { ResourceId, ResourceType, State, TransitGatewayAttachmentId } = propagation;
    if (ResourceType !== "vpc" || State !== "enabled" || !ResourceId || !TransitGatewayAttachmentId)
      return [];
    return vpcCidrBlocks(network, ResourceId).flatMap((text): TransitRoute[] => {
      const range = parseCidr(text);
      const attachment = {
        attachmentId: TransitGatewayAttachmentId,
        resourceId: ResourceId,
        resourceType: "vpc",
      };
      const route = { rank: 2, blackhole: false, attachments: [attachment] };
      return range ? [{ ...route, range, text: `${text} → ${TransitGatewayAttachmentId}` }] : [];
    });
  });
}
