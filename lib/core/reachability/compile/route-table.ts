import type { Route } from "@aws-sdk/client-ec2";
import type { Network } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import type { Recorded } from "../../network/resources";
import { firstTold } from "../../network/routing/first-told";
import { describeRoute, routeTarget, type RouteTarget } from "../../network/routing/route-target";
import { once } from "../index/once";
import { parseCidr, type CidrRange } from "../sets/address-range";
import { RangeIndex } from "../sets/range-index";
import { prefixListRanges } from "./prefix-list";

/** Of equal prefixes the lower wins: static, then by prefix list, then propagated. Source: "Route priority". */
export type RouteRank = 0 | 1 | 2;

export interface CompiledRoute {
  range: CidrRange;
  rank: RouteRank;
  target: RouteTarget;
  /** Its target is gone: the route stands and drops. */
  blackhole: boolean;
  prefixListId: string | null;
  route: Recorded<Route>;
  /** `0.0.0.0/0 → igw-…` */
  text: string;
}

export interface CompiledRouteTable {
  routeTableId: string;
  /** Longest prefix first. */
  routes: readonly CompiledRoute[];
  /** The same, to look addresses up in. */
  byRange: () => RangeIndex<CompiledRoute>;
  /** Routes by prefix lists whose entries were not read: they may take anything. */
  unresolved: readonly {
    route: Recorded<Route>;
    prefixListId: string;
    target: RouteTarget;
    reason: string;
  }[];
}

/**
 * The routes that are in force. `filtered` ones are not installed; a propagated route that lies in a local one never
 * beats it. Source: VPC User Guide, "Route tables", "Route priority".
 */
export function compileRouteTable(
  network: Network,
  routeTable: Identified<"RouteTables">,
): CompiledRouteTable {
  const routes: CompiledRoute[] = [];
  const unresolved: CompiledRouteTable["unresolved"][number][] = [];
  for (const route of routeTable.Routes ?? []) {
    if (route.State === "filtered") continue;
    const prefixListId = firstTold(route.DestinationPrefixListId) ?? null;
    if (prefixListId === null) {
      const range = parseCidr(firstTold(route.DestinationCidrBlock, route.DestinationIpv6CidrBlock) ?? "");
      if (range) routes.push(compileRoute(route, range, null));
      continue;
    }
    const list = prefixListRanges(network, prefixListId);
    if (list.status === "known") {
      for (const range of list.ranges) routes.push(compileRoute(route, range, prefixListId));
    } else {
      unresolved.push({ route, prefixListId, target: routeTarget(route), reason: list.reason });
    }
  }
  const inForce = withoutOverruled(routes).sort(byPriority);
  return {
    routeTableId: routeTable.RouteTableId,
    routes: inForce,
    byRange: once(() => indexed(inForce)),
    unresolved: unresolved.sort((a, b) => (a.prefixListId < b.prefixListId ? -1 : 1)),
  };
}

function compileRoute(route: Recorded<Route>, range: CidrRange, prefixListId: string | null): CompiledRoute {
  const propagated = route.Origin === "EnableVgwRoutePropagation" || route.Origin === "Advertisement";
  return {
    range,
    rank: propagated ? 2 : prefixListId === null ? 0 : 1,
    target: routeTarget(route),
    blackhole: route.State === "blackhole",
    prefixListId,
    route,
    text: describeRoute(route),
  };
}

function withoutOverruled(routes: readonly CompiledRoute[]): CompiledRoute[] {
  const local = indexed(routes.filter(({ target }) => target.kind === "local"));
  return routes.filter(({ rank, range }) => rank !== 2 || local.holding(range).length === 0);
}

function indexed(routes: readonly CompiledRoute[]): RangeIndex<CompiledRoute> {
  return new RangeIndex(routes.map((route) => [route.range, route] as const));
}

/** Texts last, so that the order of AWS's answer never matters. */
function byPriority(a: CompiledRoute, b: CompiledRoute): number {
  return b.range.prefixLength - a.range.prefixLength || a.rank - b.rank || (a.text < b.text ? -1 : 1);
}
