import type { Route, RouteTable } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import { listVgwRoutes } from "../../ec2-vpn/propagation/list-vgw-routes";
import { isRouteTargetAttached } from "./is-route-target-attached";

function refreshed(regionWorld: RegionWorld, table: RouteTable): Route[] {
  const own = (table.Routes ?? []).filter((route) => route.Origin !== "EnableVgwRoutePropagation");
  return [...own, ...listVgwRoutes(regionWorld, table)].map((route) => {
    const isThere = isRouteTargetAttached(regionWorld, table.VpcId, route);
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
