import type { Route } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

/** Tells every route that `leads` to some target whether the target is there: `blackhole` routes drop what they match. */
export function setRouteStates(
  { routeTables }: Pick<RegionWorld, "routeTables">,
  leads: (route: Route) => boolean,
  state: "active" | "blackhole",
): void {
  for (const table of routeTables) {
    for (const route of table.Routes ?? []) {
      if (leads(route)) route.State = state;
    }
  }
}
