import type {
  DeleteRouteCommandInput,
  ReplaceRouteCommandInput,
  Route,
  RouteTable,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler, HandlerContext } from "../../../handler";
import { refreshVpcRoutes } from "../../ec2-transit/routes/refresh-vpc-routes";
import { getKnown } from "../requests/get-known";
import { checkRoute } from "./check-route";
import { routeTableCollection } from "./describe-route-tables";
import { findRoute, readDestination, type Destination } from "./route-destination";
import { readTarget } from "./route-target";

function readTable({ regionWorld }: HandlerContext, id: string | undefined): RouteTable {
  return getKnown(regionWorld.routeTables, routeTableCollection, id, "routeTableId");
}

/** Throws InvalidParameterValue for a gateway endpoint's route, which comes and goes with the endpoint. */
function refuseEndpointRoute(table: RouteTable, route: Route, verb: "remove" | "modify"): void {
  if (route.DestinationPrefixListId === undefined || route.GatewayId?.startsWith("vpce-") !== true) return;
  throw new AwsError(
    "InvalidParameterValue",
    `cannot ${verb} VPC endpoint route ${route.DestinationPrefixListId} in route table ${table.RouteTableId ?? ""}`,
  );
}

/** How CreateRoute's and DeleteRoute's parameters name a destination in a sentence. */
function nameDestination({ member, text }: Destination): string {
  if (member.DestinationIpv6CidrBlock !== undefined) return `destination-ipv6-cidr-block ${text}`;
  if (member.DestinationPrefixListId !== undefined) return `destination-prefix-list-id ${text}`;
  return `destination-cidr-block ${text}`;
}

function put(table: RouteTable, before: Route, after: Route | undefined): void {
  table.Routes = (table.Routes ?? []).flatMap((route) => (route === before ? (after ?? []) : route));
}

/** Gives a route another target; a local route too, which `LocalTarget` makes local again. */
export const replaceRoute: Handler<ReplaceRouteCommandInput, Record<string, never>> = (context, input) => {
  const { regionWorld } = context;
  const table = readTable(context, input.RouteTableId);
  const destination = readDestination(regionWorld, input);
  const before = findRoute(table.Routes ?? [], destination);
  if (before === undefined) {
    throw new AwsError(
      "InvalidParameterValue",
      `There is no route defined for '${destination.text}' in the route table. Use CreateRoute instead.`,
    );
  }
  refuseEndpointRoute(table, before, "modify");
  const origin = before.Origin === "CreateRouteTable" ? "CreateRouteTable" : "CreateRoute";
  if (input.LocalTarget === true) {
    if (origin !== "CreateRouteTable") {
      throw new AwsError("InvalidParameterValue", `The route ${destination.text} is not a local route.`);
    }
    put(table, before, { ...destination.member, GatewayId: "local", Origin: origin, State: "active" });
    return {};
  }
  const { target } = readTarget({ regionWorld, table, destination }, input);
  checkRoute(regionWorld, table, { destination, target });
  put(table, before, { ...destination.member, ...target, Origin: origin });
  return {};
};

/** Removes a static route. */
export const deleteRoute: Handler<DeleteRouteCommandInput, Record<string, never>> = (context, input) => {
  const table = readTable(context, input.RouteTableId);
  const destination = readDestination(context.regionWorld, input);
  const route = findRoute(table.Routes ?? [], destination);
  const id = table.RouteTableId ?? "";
  if (route === undefined || route.Origin === "EnableVgwRoutePropagation") {
    throw new AwsError(
      "InvalidRoute.NotFound",
      `no route with ${nameDestination(destination)} in route table ${id}`,
    );
  }
  if (route.Origin === "CreateRouteTable") {
    throw new AwsError(
      "InvalidParameterValue",
      `cannot remove local route ${destination.text} in route table ${id}`,
    );
  }
  refuseEndpointRoute(table, route, "remove");
  put(table, route, undefined);
  // A propagated route that the static one stood before comes back.
  refreshVpcRoutes(context.regionWorld);
  return {};
};
