import { describeRoute, type RouteTarget } from "../../network/routing/route-target";
import type { CompiledRoute, CompiledRouteTable } from "../compile/route-table";
import { formatRange } from "../sets/address-range";
import { NEVER_ROUTED_RANGES } from "../sets/special-ranges";
import { holdsFor } from "./cuts";
import { deliverInSubnet, deliverInVpc, resolverEnd } from "./deliver";
import { findRoute } from "./find-route";
import { followRoute } from "./follow-route";
import { findAppliance } from "./targets/appliance";
import {
  addHop,
  crossAcl,
  deadEnd,
  leaveKnown,
  type Place,
  type Step,
  type Walk,
  type WalkEnd,
} from "./walk";

const LONGEST_WALK = 40;

/** Walks from a place to where the packet ends. A packet that comes back to a place goes round for ever. */
export function walkFrom(walk: Walk, start: Place): WalkEnd {
  let step: Step = start;
  for (let count = 0; count < LONGEST_WALK && !("kind" in step); count++) {
    const key = `${step.vpcId} ${step.subnetId ?? ""} ${step.entry} ${step.routeTableId ?? ""}`;
    if (walk.visited.has(key)) return loopEnd(walk, step);
    walk.visited.add(key);
    step = leave(walk, step);
  }
  return "kind" in step ? step : loopEnd(walk, step);
}

function loopEnd(walk: Walk, { subnetId, vpcId }: Place): WalkEnd {
  const resourceId = subnetId ?? vpcId;
  return deadEnd(walk, {
    code: "ROUTING_LOOP",
    resourceId,
    message: `Routes lead the packet in a circle: it comes back to ${resourceId}.`,
  });
}

function leave(walk: Walk, place: Place): Step {
  const resolver = resolverEnd(walk, place);
  if (resolver) return resolver;
  const { subnetId } = place;
  if (subnetId === null) return leaveVpcEdge(walk, place);
  const subnet = walk.index.subnet(subnetId);
  if (subnet) {
    addHop(walk, "subnet", subnetId);
    const { destination } = walk.packet;
    // Inside one subnet neither network ACLs nor routes are consulted.
    if (subnet.ranges.some((range) => holdsFor(range, destination, walk.cuts))) {
      return deliverInSubnet(walk, subnet);
    }
  } else {
    const neighbour = walk.index.endpointAt(place.vpcId, walk.packet.destination.first);
    if (neighbour?.subnetId === subnetId) return { kind: "endpoint", endpoint: neighbour };
  }
  const effective = walk.index.routeTableOfSubnet(subnetId);
  if (effective.status === "unknown") {
    return leaveKnown(walk, {
      code: "NOT_EVALUATED_UNREAD",
      resourceId: subnetId,
      message: `The route table of ${subnetId} is not known: ${effective.reason}.`,
    });
  }
  return routeBy(walk, place, walk.index.routeTable(effective.routeTableId));
}

/** A regional NAT gateway routes by a table of its own; what came through a gateway's edge is delivered. */
function leaveVpcEdge(walk: Walk, place: Place): Step {
  if (place.routeTableId === undefined) return deliverInVpc(walk, place);
  return routeBy(walk, place, walk.index.routeTable(place.routeTableId));
}

function routeBy(walk: Walk, place: Place, table: CompiledRouteTable | null): Step {
  const { destination } = walk.packet;
  if (table === null) {
    return leaveKnown(walk, {
      code: "NOT_EVALUATED_UNREAD",
      message: `The route table ${place.routeTableId ?? `of ${place.subnetId ?? place.vpcId}`} was not read.`,
    });
  }
  const { routeTableId } = table;
  const far = formatRange(destination);
  if (NEVER_ROUTED_RANGES.some((range) => holdsFor(range, destination, walk.cuts))) {
    return deadEnd(walk, {
      code: "NO_ROUTE_TO_DESTINATION",
      resourceId: routeTableId,
      message: `${far} is link-local: no route forwards it.`,
    });
  }
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
        message: `Route table ${routeTableId} has no route to ${far}.`,
      });
    case "unknown":
      return leaveKnown(walk, {
        code: "NOT_EVALUATED_UNREAD",
        resourceId: routeTableId,
        message: `The route to ${far} in ${routeTableId} is not known: ${found.reason}.`,
      });
    case "found":
      addHop(walk, "route-table", routeTableId, found.route.text);
      addHop(walk, "vpc", place.vpcId);
      leaveFor(walk, place, found.route);
      return followRoute(walk, place, found.route, routeTableId);
  }
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
