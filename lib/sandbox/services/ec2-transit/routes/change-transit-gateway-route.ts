import type {
  CreateTransitGatewayRouteCommandInput,
  CreateTransitGatewayRouteCommandOutput,
  DeleteTransitGatewayRouteCommandInput,
  DeleteTransitGatewayRouteCommandOutput,
  ReplaceTransitGatewayRouteCommandInput,
  ReplaceTransitGatewayRouteCommandOutput,
  TransitGatewayRoute,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { TransitStaticRoute } from "../../../world/transit-world";
import { parseCidr } from "../../ec2/requests/parse-cidr";
import { getTransitRouteTable } from "../lookup/find-route-table";
import { invalidParameter, required } from "../lookup/transit-errors";
import { listTransitRoutes } from "./list-transit-routes";
import { getRouteTarget } from "./route-target";

/** A destination as AWS keeps it, the bits beyond its length zero. */
function toDestination(text: string | undefined): string {
  const cidr = parseCidr(required(text, "DestinationCidrBlock"));
  if (cidr === undefined)
    throw invalidParameter(`Value (${text ?? ""}) for parameter destinationCidrBlock is invalid.`);
  return cidr.canonical;
}

function findStatic(
  { regionWorld }: HandlerContext,
  routeTableId: string,
  cidr: string,
): TransitStaticRoute | undefined {
  return regionWorld.transit.staticRoutes.find(
    (route) => route.routeTableId === routeTableId && route.cidr === cidr,
  );
}

function getStatic(context: HandlerContext, routeTableId: string, cidr: string): TransitStaticRoute {
  const route = findStatic(context, routeTableId, cidr);
  if (route !== undefined) return route;
  throw new AwsError(
    "InvalidRoute.NotFound",
    `Route ${cidr} does not exist in Transit Gateway Route Table ${routeTableId}.`,
  );
}

function toAnswer(context: HandlerContext, { routeTableId, cidr }: TransitStaticRoute): TransitGatewayRoute {
  const found = listTransitRoutes(context, routeTableId).find(
    (route) => route.DestinationCidrBlock === cidr && route.PrefixListId === undefined,
  );
  if (found === undefined) throw new Error(`The route ${cidr} was just written.`);
  return found;
}

/** Adds a static route; a propagated one of the same destination is hidden by it. */
export const createTransitGatewayRoute: Handler<
  CreateTransitGatewayRouteCommandInput,
  Answer<CreateTransitGatewayRouteCommandOutput>
> = (context, input) => {
  const cidr = toDestination(input.DestinationCidrBlock);
  const target = getRouteTarget(context, input);
  // Words on record in ministryofjustice/modernisation-platform, pull request 4810.
  if (findStatic(context, target.routeTableId, cidr) !== undefined) {
    throw new AwsError(
      "RouteAlreadyExists",
      `Route ${cidr} already exists in Transit Gateway Route Table ${target.routeTableId}.`,
    );
  }
  const route: TransitStaticRoute = { ...target, cidr };
  context.regionWorld.transit.staticRoutes.push(route);
  return { Route: toAnswer(context, route) };
};

export const replaceTransitGatewayRoute: Handler<
  ReplaceTransitGatewayRouteCommandInput,
  Answer<ReplaceTransitGatewayRouteCommandOutput>
> = (context, input) => {
  const cidr = toDestination(input.DestinationCidrBlock);
  const target = getRouteTarget(context, input);
  const route = getStatic(context, target.routeTableId, cidr);
  if (target.attachmentId === undefined) delete route.attachmentId;
  else route.attachmentId = target.attachmentId;
  return { Route: toAnswer(context, route) };
};

export const deleteTransitGatewayRoute: Handler<
  DeleteTransitGatewayRouteCommandInput,
  Answer<DeleteTransitGatewayRouteCommandOutput>
> = (context, input) => {
  const { transit } = context.regionWorld;
  const cidr = toDestination(input.DestinationCidrBlock);
  const table = getTransitRouteTable(context, input.TransitGatewayRouteTableId);
  const route = getStatic(context, table.TransitGatewayRouteTableId ?? "", cidr);
  const answer = toAnswer(context, route);
  transit.staticRoutes = transit.staticRoutes.filter((other) => other !== route);
  return { Route: { ...answer, State: "deleted" } };
};
