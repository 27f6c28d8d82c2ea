import type { Route, RouteTable } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import { announcedBy } from "../connections/announced-by";

/**
 * What virtual private gateways propagate to a table: the networks behind their VPN connections, without those that
 * the table has another route to (`route-tables-priority` of the VPC user guide: static and local routes win).
 */
export function listVgwRoutes(regionWorld: RegionWorld, table: RouteTable): Route[] {
  const { vpnGateways, vpnConnections } = regionWorld.transit;
  const taken = new Set(
    (table.Routes ?? [])
      .filter((route) => route.Origin !== "EnableVgwRoutePropagation")
      .map((route) => route.DestinationCidrBlock),
  );
  const routes: Route[] = [];
  for (const { GatewayId } of table.PropagatingVgws ?? []) {
    const gateway = vpnGateways.find((candidate) => candidate.VpnGatewayId === GatewayId);
    const isAttached = (gateway?.VpcAttachments ?? []).some(
      (attachment) => attachment.VpcId === table.VpcId && attachment.State === "attached",
    );
    if (!isAttached) continue;
    const cidrs = vpnConnections
      .filter((connection) => connection.VpnGatewayId === GatewayId)
      .flatMap((connection) => announcedBy(regionWorld, connection.VpnConnectionId ?? ""));
    for (const DestinationCidrBlock of cidrs) {
      if (taken.has(DestinationCidrBlock)) continue;
      taken.add(DestinationCidrBlock);
      routes.push({ DestinationCidrBlock, GatewayId, Origin: "EnableVgwRoutePropagation", State: "active" });
    }
  }
  return routes;
}
