import type { Route } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import { setRouteStates } from "./set-route-states";

/** Whether a route leads to a gateway, whichever member AWS names that in. */
function leadsTo(id: string): (route: Route) => boolean {
  return (route) =>
    route.GatewayId === id || route.NatGatewayId === id || route.EgressOnlyInternetGatewayId === id;
}

/** A gateway is there, or is not any more: routes to it carry packets, or drop them. */
export function setRoutesTo(
  place: Pick<RegionWorld, "routeTables">,
  gatewayId: string,
  state: "active" | "blackhole",
): void {
  setRouteStates(place, leadsTo(gatewayId), state);
}
