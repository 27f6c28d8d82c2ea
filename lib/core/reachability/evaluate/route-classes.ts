import type { CompiledRouteTable } from "../compile/route-table";
import { oncePerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";
import { oncePerKey } from "../index/once";
import { coversRange, isOneAddress, type Address, type AddressRange } from "../sets/address-range";
import { PRIVATE_RANGES } from "../sets/special-ranges";
import { transitRoutesOf } from "../walk/transit/transit-route";

/** Addresses that the same routes of all tables take: the object itself says which class it is. */
export interface RouteClass {
  /** The classes that it falls into by the position of the route of one more table. */
  parts: Map<number, RouteClass>;
}

/**
 * Sorts private addresses outside a VPC by the routes that take them, in each of its route tables and of those of transit
 * gateways. Null for an address that may be in the VPC, and for what is not one private IPv4 address.
 */
export type ClassOf = (range: AddressRange) => RouteClass | null;

/** The classes as a VPC sorts addresses, kept with the index. */
export const routeClasses = oncePerIndex((index) => {
  const transitClassOf = transitClasses(index);
  return oncePerKey((vpcId: string): ClassOf => {
    const own = [...index.vpcRanges(vpcId), ...index.subnetsOfVpc(vpcId).flatMap(({ ranges }) => ranges)];
    const tables = index.routeTablesOfVpc(vpcId);
    const root: RouteClass = { parts: new Map() };
    const classOf = oncePerKey((address: Address): RouteClass | null => {
      const range = { family: 4 as const, first: address, last: address };
      if (!isPrivate(range) || own.some((one) => coversRange(one, range))) return null;
      return classByRoutes(part(root, transitClassOf(address)), tables, range);
    });
    return (range) => (range.family === 4 && isOneAddress(range) ? classOf(range.first) : null);
  });
});

function isPrivate(range: AddressRange): boolean {
  return PRIVATE_RANGES.some((own) => coversRange(own, range));
}

/** The longest prefix that holds an address decides which shorter ones hold it too, so its position says all. */
function classByRoutes(
  start: RouteClass,
  tables: readonly CompiledRouteTable[],
  range: AddressRange,
): RouteClass | null {
  let found = start;
  for (const { routes } of tables) {
    const position = positionOf(routes, range);
    if (routes[position]?.target.kind === "local") return null;
    found = part(found, position);
  }
  return found;
}

function positionOf(routes: readonly { range: AddressRange }[], range: AddressRange): number {
  return routes.findIndex((route) => coversRange(route.range, range));
}

function part({ parts }: RouteClass, position: number): RouteClass {
  const known = parts.get(position) ?? { parts: new Map<number, RouteClass>() };
  parts.set(position, known);
  return known;
}

/** A number for all addresses that the same routes of every transit gateway's table take. */
function transitClasses(index: NetworkIndex): (address: Address) => number {
  const tables = [...index.network.transitGatewayRoutes.keys()].map((id) => transitRoutesOf(index, id));
  const numbers = new Map<string, number>();
  return oncePerKey((address: Address) => {
    const range = { family: 4 as const, first: address, last: address };
    const key = tables.map((routes) => positionOf(routes, range)).join();
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
}
