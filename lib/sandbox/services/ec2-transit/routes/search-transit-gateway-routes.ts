import type {
  Filter,
  SearchTransitGatewayRoutesCommandInput,
  SearchTransitGatewayRoutesCommandOutput,
  TransitGatewayRoute,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { createFilter } from "../../ec2/describe/match-filters";
import { paginate } from "../../ec2/describe/paginate";
import { parseCidr } from "../../ec2/requests/parse-cidr";
import { getTransitRouteTable } from "../lookup/find-route-table";
import { invalidParameter, required } from "../lookup/transit-errors";
import { listTransitRoutes } from "./list-transit-routes";

/** "If a value is not provided, the default is 1000" (MaxResults of SearchTransitGatewayRoutes). */
const DEFAULT_RESULTS = 1000;

type Cidr = NonNullable<ReturnType<typeof parseCidr>>;

const plainFilters = {
  "attachment.resource-id": (route: TransitGatewayRoute) =>
    route.TransitGatewayAttachments?.map((target) => target.ResourceId) ?? [],
  "attachment.resource-type": (route: TransitGatewayRoute) =>
    route.TransitGatewayAttachments?.map((target) => target.ResourceType) ?? [],
  "attachment.transit-gateway-attachment-id": (route: TransitGatewayRoute) =>
    route.TransitGatewayAttachments?.map((target) => target.TransitGatewayAttachmentId) ?? [],
  "prefix-list-id": (route: TransitGatewayRoute) => route.PrefixListId,
  state: (route: TransitGatewayRoute) => route.State,
  type: (route: TransitGatewayRoute) => route.Type,
};

function covers(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether a route's block answers a question about another one. `all` are the routes to choose the longest from. */
type RouteSearch = (route: Cidr, asked: Cidr, all: readonly Cidr[]) => boolean;

const searches: Readonly<Record<string, RouteSearch>> = {
  "route-search.exact-match": (route, asked) => route.canonical === asked.canonical,
  "route-search.subnet-of-match": (route, asked) => covers(asked, route),
  "route-search.supernet-of-match": (route, asked) => covers(route, asked),
  "route-search.longest-prefix-match": (route, asked, all) =>
    covers(route, asked) &&
    all.every((other) => !covers(other, asked) || other.prefixLength <= route.prefixLength),
};

function parseAsked(name: string, value: string): Cidr {
  const asked = parseCidr(value.includes("/") ? value : `${value}/${value.includes(":") ? "128" : "32"}`);
  if (asked === undefined) throw invalidParameter(`Value (${value}) for filter ${name} is not a CIDR block`);
  return asked;
}

function searchRoutes(routes: readonly TransitGatewayRoute[], filter: Filter): TransitGatewayRoute[] {
  const search = searches[filter.Name ?? ""];
  const asked = (filter.Values ?? []).map((value) => parseAsked(filter.Name ?? "", value));
  const blocks = routes.map((route) => parseCidr(route.DestinationCidrBlock ?? ""));
  const all = blocks.flatMap((block) => block ?? []);
  return routes.filter((_route, index) => {
    const block = blocks[index];
    return block !== undefined && asked.some((cidr) => search?.(block, cidr, all) === true);
  });
}

/** The routes in force that pass the filters, of which there must be one. */
export const searchTransitGatewayRoutes: Handler<
  SearchTransitGatewayRoutesCommandInput,
  Answer<SearchTransitGatewayRoutesCommandOutput>
> = (context, input) => {
  const table = getTransitRouteTable(context, input.TransitGatewayRouteTableId);
  const tableId = table.TransitGatewayRouteTableId ?? "";
  const filters = required(input.Filters?.length === 0 ? undefined : input.Filters, "Filters");
  const isSearch = (filter: Filter): boolean => Object.hasOwn(searches, filter.Name ?? "");
  const passes = createFilter(
    filters.filter((filter) => !isSearch(filter)),
    plainFilters,
  );
  const found = filters
    .filter(isSearch)
    .reduce<TransitGatewayRoute[]>(searchRoutes, listTransitRoutes(context, tableId))
    .filter(passes);
  const page = paginate(
    found,
    { NextToken: input.NextToken, MaxResults: input.MaxResults ?? DEFAULT_RESULTS },
    {
      question: JSON.stringify(["transit-routes", tableId, context.region, filters]),
      keyOf: (route) => route.DestinationCidrBlock ?? route.PrefixListId,
    },
  );
  return {
    Routes: page.items,
    AdditionalRoutesAvailable: page.NextToken !== undefined,
    ...(page.NextToken === undefined ? {} : { NextToken: page.NextToken }),
  };
};
