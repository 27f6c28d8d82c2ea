import type { CompiledRoute, CompiledRouteTable } from "../compile/route-table";
import { coversRange, isOneAddress, rangesOverlap } from "../sets/address-range";
import type { Walk } from "./walk";

export type FoundRoute =
  | { status: "found"; route: CompiledRoute }
  | { status: "none" }
  | { status: "unknown"; reason: string }
  | { status: "ambiguous"; routes: readonly CompiledRoute[] };

/** The route that takes the packet: the longest prefix; of equal ones the static, then the list's, then the propagated. */
export function findRoute(table: CompiledRouteTable, walk: Walk): FoundRoute {
  const { destination, destinationPrefixListId, isInternetAtLarge } = walk.packet;
  const best = bestRoute(table, walk);
  for (const { prefixListId, reason, target, route } of table.unresolved) {
    if (prefixListId === destinationPrefixListId) {
      const range = { ...destination, prefixLength: 32 };
      const blackhole = route.State === "blackhole";
      const text = `${prefixListId} → ${target.id}`;
      return { status: "found", route: { range, rank: 1, target, blackhole, prefixListId, route, text } };
    }
    // A service's list holds public addresses, and the internet at large none of them.
    const isElsewhere = target.kind === "gateway-endpoint" && (isInternetAtLarge || !mayBePublic(walk));
    if (!isElsewhere && best?.range.prefixLength !== (destination.family === 4 ? 32 : 128)) {
      return { status: "unknown", reason: `a route by ${prefixListId} may take it: ${reason}` };
    }
  }
  if (!best) return { status: "none" };
  const equals = table.routes.filter(
    (other) =>
      other.rank === best.rank &&
      other.range.prefixLength === best.range.prefixLength &&
      coversRange(other.range, destination) &&
      other.target.id !== best.target.id,
  );
  return equals.length > 0
    ? { status: "ambiguous", routes: [best, ...equals] }
    : { status: "found", route: best };
}

function bestRoute(
  table: CompiledRouteTable,
  { packet: { destination }, cuts }: Walk,
): CompiledRoute | undefined {
  for (const route of table.routes) {
    if (coversRange(route.range, destination)) return route;
    if (!isOneAddress(destination) && rangesOverlap(route.range, destination))
      cuts.add(destination, route.range);
  }
  return undefined;
}

function mayBePublic({ index, packet: { destination } }: Walk): boolean {
  return ![...index.network.vpcs.keys()].some((vpcId) =>
    index.vpcRanges(vpcId).some((range) => coversRange(range, destination)),
  );
}
