import { buildNetwork } from "@/lib/core/network/build-network";
import type { Capture } from "@/lib/core/network/snapshot";
import { compileRouteTable } from "../../compile/route-table";
import { coversRange } from "../../sets/address-range";
import { editResource, resourcesOf, without } from "./edit-captures.test-builder";

/**
 * Each route, taken out, that no other route of its table covers: what it took has then no route at all. Local routes
 * stay, as AWS keeps them. Tables with a list of unknown entries are left alone: such a route may take anything.
 */
export function lastRouteRemovals(captures: readonly Capture[]): (() => Capture[])[] {
  const network = buildNetwork({ captures });
  return resourcesOf(captures, "RouteTables").flatMap(([id, table]) => {
    const { routes, unresolved } = compileRouteTable(network, { ...table, RouteTableId: id });
    if (unresolved.length > 0) return [];
    return (table.Routes ?? []).flatMap((route, index) => {
      const own = routes.filter((compiled) => compiled.route === route);
      const others = routes.filter((compiled) => compiled.route !== route);
      const isLast = own.every(
        ({ range, target }) =>
          target.kind !== "local" && !others.some((other) => coversRange(other.range, range)),
      );
      if (own.length === 0 || !isLast) return [];
      return [
        () =>
          editResource(captures, "RouteTables", id, (one) => ({
            ...one,
            Routes: without(table.Routes, index),
          })),
      ];
    });
  });
}
