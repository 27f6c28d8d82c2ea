import { describeRoute, type RouteTarget } from "../../network/routing/route-target";
import type { CompiledRoute } from "../compile/route-table";
import { formatRange, type AddressRange } from "../sets/address-range";
import { LINK_LOCAL_RANGES, NOBODYS_RANGES } from "../sets/special-ranges";
import { holdsFor } from "./cuts";
import { cutAtKnown, deliverInSubnet, ownerIn, resolverEnd } from "./deliver";
import { farWords } from "./far-words";
import { findRoute } from "./find-route";
import { followRoute } from "./follow-route";
import { findAppliance } from "./targets/appliance";
import {
  addHop,
  crossAcl,
  deadEnd,
  leaveKnown,
  type InSubnet,
  type Place,
  type Start,
  type Step,
  type Walk,
  type WalkEnd,
} from "./walk";

/** Walks from a place to where the packet ends. A packet that comes back to a subnet goes round for ever. */
export function walkFrom(walk: Walk, start: Start): WalkEnd {
  let step = leave(walk, start);
  while (!("kind" in step)) {
    const { subnetId } = step;
    if (walk.visited.has(subnetId)) {
      return deadEnd(walk, {
        code: "ROUTING_LOOP",
        resourceId: subnetId,
        message: `Routes lead the packet in a circle: it comes back to ${subnetId}.`,
      });
    }
    walk.visited.add(subnetId);
    step = leave(walk, step);
  }
  return step;
}

function leave(walk: Walk, place: Start): Step {
  const resolver = resolverEnd(walk, place);
  if (resolver) return resolver;
  if (place.subnetId === null) return routeBy(walk, place, place.routeTableId);
  return leaveSubnet(walk, place);
}

function leaveSubnet(walk: Walk, place: InSubnet): Step {
  const { subnetId } = place;
  const subnet = walk.index.subnet(subnetId);
  if (subnet) addHop(walk, "subnet", subnetId);
  const { destination } = walk.packet;
  // Inside one subnet neither network ACLs nor routes are consulted.
  if (subnet?.ranges.some((range) => holdsFor(range, destination, walk.cuts))) {
    return deliverInSubnet(walk, subnet);
  }
  const neighbour = ownerIn(walk, place.vpcId);
  if (neighbour?.subnetId === subnetId) return { kind: "endpoint", endpoint: neighbour };
  if (!subnet) cutAtKnown(walk, walk.index.endpointsOfSubnet(subnetId));
  const effective = walk.index.routeTableOfSubnet(subnetId);
  if (effective.status === "unknown") {
    const why = whyNeverRouted(walk);
    if (why !== null) return dropUnroutable(walk, subnetId, why);
    return leaveKnown(walk, {
      code: "NOT_EVALUATED_UNREAD",
      resourceId: subnetId,
      message: `The route table of ${subnetId} is not known: ${effective.reason}.`,
    });
  }
  return routeBy(walk, place, effective.routeTableId);
}

function routeBy(walk: Walk, place: Place, routeTableId: string): Step {
  const table = walk.index.routeTable(routeTableId);
  if (table === null) {
    return leaveKnown(walk, {
      code: "NOT_EVALUATED_UNREAD",
      resourceId: routeTableId,
      message: `The routes of ${routeTableId} were not read.`,
    });
  }
  const why = whyNeverRouted(walk);
  if (why !== null) return dropUnroutable(walk, routeTableId, why);
  const found = findRoute(table, walk);
  switch (found.status) {
    case "none":
      addHop(walk, "route-table", routeTableId);
      leaveBehind(walk, place);
      return deadEnd(walk, {
        code: "NO_ROUTE_TO_DESTINATION",
        resourceId: routeTableId,
        evidence: table.routes
          .slice(0, 10)
          .map(({ route }) => ({ resourceId: routeTableId, fact: describeRoute(route) })),
        message: `Route table ${routeTableId} has no route to ${farWords(walk.packet)}.`,
      });
    case "unknown":
      return leaveKnown(walk, {
        code: "NOT_EVALUATED_UNREAD",
        resourceId: routeTableId,
        message: `The route to ${farWords(walk.packet)} in ${routeTableId} is not known: ${found.reason}.`,
      });
    case "found":
      addHop(walk, "route-table", routeTableId, found.route.text);
      addHop(walk, "vpc", place.vpcId);
      leaveFor(walk, place, found.route);
      return followRoute(walk, place, found.route, routeTableId);
  }
}

/** Why no route takes it, whatever tables say; the internet at large holds no such address. */
function whyNeverRouted({ packet: { destination, isInternetAtLarge }, cuts }: Walk): string | null {
  if (isInternetAtLarge) return null;
  const isOf = (ranges: readonly AddressRange[]) =>
    ranges.some((range) => holdsFor(range, destination, cuts));
  if (isOf(LINK_LOCAL_RANGES)) return "is link-local";
  return isOf(NOBODYS_RANGES)
    ? "is the address of no host (loopback, multicast, broadcast or reserved)"
    : null;
}

function dropUnroutable(walk: Walk, resourceId: string, why: string): WalkEnd {
  const message = `${formatRange(walk.packet.destination)} ${why}: no route forwards it.`;
  return deadEnd(walk, { code: "NO_ROUTE_TO_DESTINATION", resourceId, message });
}

/** Out of the subnet, where the next hop is outside it: its network ACL sees the packet, and a reply must get in again. */
function leaveFor(walk: Walk, place: Place, { target, blackhole }: CompiledRoute): void {
  const next = blackhole ? null : nextSubnet(walk, place, target);
  if (next === place.subnetId) return;
  if (next !== undefined) leaveBehind(walk, place);
  // An unread NAT gateway that is in this subnet sends out of it what it got, from a port of its own.
  else if (target.kind === "nat-gateway" && place.subnetId !== null) crossAcl(walk, place.subnetId, true);
}

function leaveBehind(walk: Walk, { subnetId }: Place): void {
  if (subnetId === null) return;
  crossAcl(walk, subnetId, true);
  walk.hasLeftSubnet = true;
}

/** The subnet of the next hop: null where it is in none of this VPC, undefined where that is not known. */
function nextSubnet(
  { index }: Walk,
  { vpcId, subnetId }: Place,
  target: RouteTarget,
): string | null | undefined {
  const { network } = index;
  const { kind, id } = target;
  if (kind === "nat-gateway") {
    const gateway = network.natGateways.get(id)?.resource;
    return gateway && (gateway.SubnetId ?? null);
  }
  if (kind === "gateway-load-balancer-endpoint") {
    const subnetIds = network.vpcEndpoints.get(id)?.resource.SubnetIds;
    return subnetId !== null && subnetIds?.includes(subnetId) ? subnetId : subnetIds?.[0];
  }
  const isInterface = kind === "network-interface" || kind === "instance" || kind === "ip-address";
  return isInterface ? findAppliance(index, vpcId, target)?.subnetId : null;
}
