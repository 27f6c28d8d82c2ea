import type { CreateRouteCommandInput, CreateRouteCommandOutput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { getKnown } from "../requests/get-known";
import { checkRoute } from "./check-route";
import { routeTableCollection } from "./describe-route-tables";
import { findRoute, readDestination, type Destination } from "./route-destination";
import { readTarget } from "./route-target";

/** "Routes per route table", static ones (VPC user guide: Amazon VPC quotas, 2023). */
const ROUTES_PER_TABLE = 50;

/** A prefix list counts with as many routes as it may have entries (VPC user guide: Prefix lists). */
function weigh(regionWorld: RegionWorld, prefixListId: string | undefined): number {
  const list = regionWorld.managedPrefixLists.find((candidate) => candidate.PrefixListId === prefixListId);
  return prefixListId === undefined ? 1 : (list?.MaxEntries ?? 1);
}

function checkQuota(
  regionWorld: RegionWorld,
  routes: readonly { DestinationPrefixListId?: string | undefined; Origin?: string | undefined }[],
  added: Destination,
): void {
  const present = routes
    .filter((route) => route.Origin === "CreateRoute")
    .reduce((sum, route) => sum + weigh(regionWorld, route.DestinationPrefixListId), 0);
  if (present + weigh(regionWorld, added.member.DestinationPrefixListId) <= ROUTES_PER_TABLE) return;
  throw new AwsError("RouteLimitExceeded", "The maximum number of routes has been reached.");
}

/** Adds a static route. */
export const createRoute: Handler<CreateRouteCommandInput, Answer<CreateRouteCommandOutput>> = (
  { regionWorld },
  input,
) => {
  const table = getKnown(regionWorld.routeTables, routeTableCollection, input.RouteTableId, "routeTableId");
  const destination = readDestination(regionWorld, input);
  const { target } = readTarget({ regionWorld, table, destination }, input);
  const routes = table.Routes ?? [];
  const present = findRoute(routes, destination);
  if (present !== undefined && present.Origin !== "EnableVgwRoutePropagation") {
    throw new AwsError("RouteAlreadyExists", `The route identified by ${destination.text} already exists.`);
  }
  checkRoute(regionWorld, table, { destination, target });
  checkQuota(regionWorld, routes, destination);
  // A static route takes the place of a propagated one (VPC user guide: Route priority).
  const others = routes.filter((route) => route !== present);
  table.Routes = [...others, { ...destination.member, ...target, Origin: "CreateRoute" }];
  return { Return: true };
};
