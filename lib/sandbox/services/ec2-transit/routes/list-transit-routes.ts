import type { TransitGatewayAttachment, TransitGatewayRoute } from "@aws-sdk/client-ec2";
import { parseCidr } from "../../ec2/requests/parse-cidr";
import { announcedBy } from "../../ec2-vpn/connections/announced-by";
import { isCarrying } from "../attachments/attachment-states";
import { listAttachments } from "../lookup/list-attachments";
import { regionWorldsAround, type TransitPlace } from "../lookup/transit-place";

/** What a VPC tells a table: its blocks, those of IPv6 only where the attachment supports it. */
function vpcCidrs(place: TransitPlace, attachment: TransitGatewayAttachment): string[] {
  for (const { vpcs, transit } of regionWorldsAround(place)) {
    const vpc = vpcs.find((candidate) => candidate.VpcId === attachment.ResourceId);
    if (vpc === undefined) continue;
    const record = transit.vpcAttachments.find(
      (candidate) => candidate.TransitGatewayAttachmentId === attachment.TransitGatewayAttachmentId,
    );
    const v4 = (vpc.CidrBlockAssociationSet ?? [])
      .filter((association) => association.CidrBlockState?.State === "associated")
      .flatMap((association) => association.CidrBlock ?? []);
    const v6 = (vpc.Ipv6CidrBlockAssociationSet ?? [])
      .filter((association) => association.Ipv6CidrBlockState?.State === "associated")
      .flatMap((association) => association.Ipv6CidrBlock ?? []);
    return record?.Options?.Ipv6Support === "enable" ? [...v4, ...v6] : v4;
  }
  return [];
}

function toTarget(
  attachment: TransitGatewayAttachment,
): NonNullable<TransitGatewayRoute["TransitGatewayAttachments"]>[number] {
  return {
    ResourceId: attachment.ResourceId,
    TransitGatewayAttachmentId: attachment.TransitGatewayAttachmentId,
    ResourceType: attachment.ResourceType,
  };
}

/** A route that somebody wrote. Its target's end makes it a blackhole; it never goes by itself. */
function toStaticRoute(
  attachments: readonly TransitGatewayAttachment[],
  route: { cidr: string; attachmentId?: string; prefixListId?: string },
): TransitGatewayRoute {
  const target = attachments.find((other) => other.TransitGatewayAttachmentId === route.attachmentId);
  const isActive = target !== undefined && isCarrying(target.State);
  return {
    DestinationCidrBlock: route.cidr,
    ...(route.prefixListId === undefined ? {} : { PrefixListId: route.prefixListId }),
    TransitGatewayAttachments: isActive ? [toTarget(target)] : [],
    Type: "static",
    State: isActive ? "active" : "blackhole",
  };
}

function listPropagated(
  place: TransitPlace,
  attachments: readonly TransitGatewayAttachment[],
  routeTableId: string,
): TransitGatewayRoute[] {
  const sources = place.regionWorld.transit.propagations
    .filter((link) => link.routeTableId === routeTableId && link.state === "enabled")
    .flatMap(
      (link) => attachments.find((other) => other.TransitGatewayAttachmentId === link.attachmentId) ?? [],
    )
    .filter((attachment) => isCarrying(attachment.State));
  // "Route evaluation order" of how-transit-gateways-work: what VPCs propagate is preferred to what VPNs do.
  const ordered = ["vpc", "vpn"].flatMap((type) => sources.filter((source) => source.ResourceType === type));
  const routes = new Map<string, TransitGatewayRoute>();
  for (const source of ordered) {
    const cidrs =
      source.ResourceType === "vpc"
        ? vpcCidrs(place, source)
        : announcedBy(place.regionWorld, source.ResourceId ?? "");
    for (const cidr of cidrs) {
      const known = routes.get(cidr);
      if (known === undefined) {
        const TransitGatewayAttachments = [toTarget(source)];
        const made = { DestinationCidrBlock: cidr, TransitGatewayAttachments };
        routes.set(cidr, { ...made, Type: "propagated", State: "active" });
      } else if (
        source.ResourceType === "vpn" &&
        known.TransitGatewayAttachments?.[0]?.ResourceType === "vpn"
      ) {
        // Equal-cost multipath: several VPN connections may tell of one network.
        known.TransitGatewayAttachments.push(toTarget(source));
      }
    }
  }
  return [...routes.values()];
}

function compareCidrs(a: TransitGatewayRoute, b: TransitGatewayRoute): number {
  const [x, y] = [a, b].map((route) => parseCidr(route.DestinationCidrBlock ?? ""));
  if (x === undefined || y === undefined || x.family !== y.family) return (x?.family ?? 0) - (y?.family ?? 0);
  return x.first === y.first ? x.prefixLength - y.prefixLength : x.first < y.first ? -1 : 1;
}

/**
 * The routes in force in a table, one for each destination: a static one hides that of a prefix list, which hides a
 * propagated one. Ordered by destination.
 */
export function listTransitRoutes(place: TransitPlace, routeTableId: string): TransitGatewayRoute[] {
  const { transit, prefixListEntries } = place.regionWorld;
  const attachments = listAttachments(place);
  const isHere = (entry: { routeTableId: string }): boolean => entry.routeTableId === routeTableId;
  const fromLists = transit.prefixListReferences
    .filter(isHere)
    .filter((reference) => reference.state !== "pending")
    .flatMap((reference) =>
      (prefixListEntries[reference.prefixListId] ?? []).map(({ Cidr = "" }) =>
        toStaticRoute(attachments, {
          cidr: Cidr,
          prefixListId: reference.prefixListId,
          ...(reference.attachmentId === undefined ? {} : { attachmentId: reference.attachmentId }),
        }),
      ),
    );
  const candidates = [
    ...transit.staticRoutes.filter(isHere).map((route) => toStaticRoute(attachments, route)),
    ...fromLists,
    ...listPropagated(place, attachments, routeTableId),
  ];
  const inForce = new Map<string | undefined, TransitGatewayRoute>();
  for (const route of candidates) {
    if (!inForce.has(route.DestinationCidrBlock)) inForce.set(route.DestinationCidrBlock, route);
  }
  return [...inForce.values()].toSorted(compareCidrs);
}
