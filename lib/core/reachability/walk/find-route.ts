import type { CompiledRoute, CompiledRouteTable } from "../compile/route-table";
import { isOneAddress, type AddressRange } from "../sets/address-range";
import { PRIVATE_RANGES, SHARED_RANGES } from "../sets/special-ranges";
import { holdsFor } from "./cuts";
import type { Walk } from "./walk";

export type FoundRoute =
  { status: "found"; route: CompiledRoute } | { status: "none" } | { status: "unknown"; reason: string };

/** The route that takes the packet: the longest prefix; of equal ones the static, then the list's, then the propagated. */
export function findRoute(table: CompiledRouteTable, walk: Walk): FoundRoute {
  const { destination, destinationPrefixListId, isInternetAtLarge } = walk.packet;
  const best = bestRoute(table, walk);
  for (const { prefixListId, reason, target } of table.unresolved) {
    if (prefixListId === destinationPrefixListId) continue;
    // A service's list holds public addresses, and the internet at large none of them.
    const isElsewhere = target.kind === "gateway-endpoint" && (isInternetAtLarge || !mayBePublic(walk));
    if (!isElsewhere && best?.range.prefixLength !== (destination.family === 4 ? 32 : 128)) {
      return { status: "unknown", reason: `a route by ${prefixListId} may take it: ${reason}` };
    }
  }
  const named = table.unresolved.find(({ prefixListId }) => prefixListId === destinationPrefixListId);
  if (named) return { status: "found", route: asRoute(named, destination) };
  const route = best?.rank === 1 ? pickAmongLists(table, walk) : best;
  return route ? { status: "found", route } : { status: "none" };
}

/** Its list holds the destination, whatever its entries are. */
function asRoute(
  { prefixListId, target, route }: CompiledRouteTable["unresolved"][number],
  destination: AddressRange,
): CompiledRoute {
  return {
    range: { ...destination, prefixLength: 32 },
    rank: 1,
    target,
    blackhole: route.State === "blackhole",
    prefixListId,
    route,
    text: `${prefixListId} → ${target.id}`,
  };
}

/**
 * Where several prefix lists with different targets hold the destination, AWS picks one, whatever their lengths, and
 * keeps to it. Source: VPC User Guide, "Route priority and prefix lists".
 */
function pickAmongLists(
  { routeTableId, byRange }: CompiledRouteTable,
  { packet, cuts }: Walk,
): CompiledRoute | undefined {
  const byTarget = new Map<string, CompiledRoute>();
  const longestFirst = byRange().holding(packet.destination).reverse().flat();
  for (const route of longestFirst) {
    if (route.rank === 1 && !byTarget.has(route.target.id)) byTarget.set(route.target.id, route);
  }
  const place = [routeTableId, ...byTarget.keys()].join(" ");
  return [...byTarget.values()][cuts.choose(place, byTarget.size, "unknown-which")];
}

/** Those that hold a part of a range are longer than any that holds all of it: each cuts the range. */
function bestRoute(
  { byRange }: CompiledRouteTable,
  { packet: { destination }, cuts }: Walk,
): CompiledRoute | undefined {
  const routes = byRange();
  if (!isOneAddress(destination)) {
    for (const inner of routes.dividing(destination)) cuts.add(destination, inner);
  }
  return routes.holding(destination).at(-1)?.[0];
}

function mayBePublic({ index, cuts, packet: { destination } }: Walk): boolean {
  const ofVpcs = [...index.network.vpcs.keys()].flatMap(index.vpcRanges);
  return ![...PRIVATE_RANGES, ...SHARED_RANGES, ...ofVpcs].some((range) =>
    holdsFor(range, destination, cuts),
  );
}
