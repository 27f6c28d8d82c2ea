import type { Route } from "@aws-sdk/client-ec2";
import type { Network } from "../network";
import type { Recorded } from "../resources";
import { effectiveRouteTable } from "./effective-route-table";
import { describeRoute, routeDestination, routeTarget } from "./route-target";

export type SubnetKind = "public" | "private" | "isolated" | "unknown";

export interface SubnetClass {
  kind: SubnetKind;
  /** The route that makes it so; absent for `isolated` and `unknown`. */
  route?: Recorded<Route>;
  /** Names the route and its table, or what is not known. */
  reason: string;
}

const DEFAULT_DESTINATIONS: ReadonlySet<string> = new Set(["0.0.0.0/0", "::/0"]);

/**
 * `public`: a usable route to an internet gateway. `private`: a usable default route to anything else. `isolated`: no
 * usable default route. A blackhole leads nowhere, so it makes a subnet neither public nor private.
 * Source: VPC User Guide, "Subnet types".
 */
export function classifySubnet(network: Network, subnetId: string): SubnetClass {
  const effective = effectiveRouteTable(network, subnetId);
  if (effective.status === "unknown") return { kind: "unknown", reason: effective.reason };
  const { routeTable, routeTableId, association } = effective;
  const table = association === "main" ? `${routeTableId} (main)` : routeTableId;
  const routes = inReadingOrder(routeTable.resource.Routes ?? []);
  const usable = routes.filter(isUsable);

  const toInternet = usable.filter((route) => routeTarget(route).kind === "internet-gateway");
  const publicRoute = toInternet.find(isDefault) ?? toInternet[0];
  if (publicRoute)
    return { kind: "public", route: publicRoute, reason: `${describeRoute(publicRoute)} in ${table}` };

  const privateRoute = usable.find(isDefault);
  if (privateRoute) {
    return { kind: "private", route: privateRoute, reason: `${describeRoute(privateRoute)} in ${table}` };
  }

  const broken = routes.find(isDefault);
  const why =
    broken?.State === "filtered" ? "is filtered: not installed" : "is a blackhole: its target is gone";
  return {
    kind: "isolated",
    reason: broken ? `${describeRoute(broken)} in ${table} ${why}` : `no default route in ${table}`,
  };
}

/** By destination, so that IPv4's default is named before IPv6's whatever the order in which AWS lists them. */
function inReadingOrder(routes: readonly Recorded<Route>[]): Recorded<Route>[] {
  return [...routes].sort((a, b) => (describeRoute(a) < describeRoute(b) ? -1 : 1));
}

/** `filtered` routes are not installed. A recording without a state is taken at its word. */
function isUsable({ State }: Recorded<Route>): boolean {
  return State !== "blackhole" && State !== "filtered";
}

function isDefault(route: Recorded<Route>): boolean {
  return DEFAULT_DESTINATIONS.has(routeDestination(route));
}
