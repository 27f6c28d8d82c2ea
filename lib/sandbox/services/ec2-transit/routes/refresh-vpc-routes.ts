import type { Route, RouteTable } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import { isCarrying } from "../attachments/attachment-states";
import { listVgwRoutes } from "../../ec2-vpn/propagation/list-vgw-routes";

/** Whether the VPC is attached to a transit gateway, or a virtual private gateway to it; undefined for other targets. */
function isTargetThere(
  { transit }: RegionWorld,
  vpcId: string | undefined,
  route: Route,
): boolean | undefined {
  const { TransitGatewayId: gatewayId, GatewayId: target } = route;
  if (gatewayId !== undefined) {
    return transit.vpcAttachments.some(
      (attachment) =>
        attachment.VpcId === vpcId &&
        attachment.TransitGatewayId === gatewayId &&
        isCarrying(attachment.State),
    );
  }
  if (target?.startsWith("vgw-") !== true) return undefined;
  return transit.vpnGateways.some(
    (gateway) =>
      gateway.VpnGatewayId === target &&
      (gateway.VpcAttachments ?? []).some(
        (attachment) => attachment.VpcId === vpcId && attachment.State === "attached",
      ),
  );
}

function refreshed(regionWorld: RegionWorld, table: RouteTable): Route[] {
  const own = (table.Routes ?? []).filter((route) => route.Origin !== "EnableVgwRoutePropagation");
  return [...own, ...listVgwRoutes(regionWorld, table)].map((route) => {
    const isThere = isTargetThere(regionWorld, table.VpcId, route);
    return isThere === undefined ? route : { ...route, State: isThere ? "active" : "blackhole" };
  });
}

/**
 * Brings the routes of an account's VPCs in line with its transit and virtual private gateways: targets that are gone
 * are blackholes, and tables that a virtual private gateway propagates to have its routes. Call it after any change.
 */
export function refreshVpcRoutes(regionWorld: RegionWorld): void {
  for (const table of regionWorld.routeTables) table.Routes = refreshed(regionWorld, table);
}
