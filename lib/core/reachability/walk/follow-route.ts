import type { CompiledRoute } from "../compile/route-table";
import { deliverInVpc } from "./deliver";
import { farWords } from "./far-words";
import { toAppliance, toGatewayLoadBalancerEndpoint } from "./targets/appliance";
import { toGatewayEndpoint } from "./targets/gateway-endpoint";
import { toEgressOnlyInternetGateway, toInternetGateway } from "./targets/internet-gateway";
import { toNatGateway } from "./targets/nat-gateway";
import { toPeeringConnection } from "./targets/peering";
import { toTransitGateway } from "./targets/transit-gateway";
import { toVpnGateway } from "./targets/vpn-gateway";
import {
  addHop,
  deadEnd,
  leaveKnown,
  type InSubnet,
  type Place,
  type Step,
  type Walk,
  type WalkEnd,
} from "./walk";

/** To where a route leads. */
export function followRoute(walk: Walk, place: Place, route: CompiledRoute, routeTableId: string): Step {
  const { kind, id } = route.target;
  if (!route.blackhole && isInSubnet(place)) {
    if (kind === "nat-gateway") return toNatGateway(walk, place, id);
    if (kind === "transit-gateway") return toTransitGateway(walk, place, id);
  }
  return followFromOutside(walk, place, route, routeTableId);
}

/**
 * The same from a place that may be in no subnet: a gateway's edge, or a regional NAT gateway. From which address, and
 * in which zone, it sends to a NAT gateway or a transit gateway is not known.
 */
export function followFromOutside(
  walk: Walk,
  place: Place,
  route: CompiledRoute,
  routeTableId: string,
): WalkEnd {
  const { kind, id } = route.target;
  if (route.blackhole) {
    return deadEnd(walk, {
      code: "BAD_STATE_ROUTE",
      resourceId: routeTableId,
      evidence: [{ resourceId: routeTableId, fact: `${route.text} (blackhole)` }],
      message: `The route ${route.text} of ${routeTableId} is a blackhole: its target is gone, so packets to ${farWords(walk.packet)} are dropped.`,
    });
  }
  switch (kind) {
    case "local":
      return deliverInVpc(walk, place.vpcId);
    case "internet-gateway":
      return toInternetGateway(walk, place, id);
    case "egress-only-internet-gateway":
      return toEgressOnlyInternetGateway(walk, place, id);
    case "gateway-endpoint":
      return toGatewayEndpoint(walk, place, id);
    case "gateway-load-balancer-endpoint":
      return toGatewayLoadBalancerEndpoint(walk, place, id);
    case "vpc-peering-connection":
      return toPeeringConnection(walk, place, id);
    case "vpn-gateway":
      return toVpnGateway(walk, place, id);
    case "network-interface":
    case "instance":
    case "ip-address":
      return toAppliance(walk, place, route);
    case "nat-gateway":
    case "transit-gateway":
    case "vpc-lattice":
    case "carrier-gateway":
    case "local-gateway":
    case "core-network":
    case "odb-network":
    case "unknown":
      return toUnmodelled(walk, route, routeTableId);
  }
}

function isInSubnet(place: Place): place is InSubnet {
  return place.subnetId !== null;
}

function toUnmodelled(walk: Walk, { target, text }: CompiledRoute, routeTableId: string): WalkEnd {
  addHop(walk, "other", target.id, text);
  return leaveKnown(walk, {
    code: "NOT_EVALUATED_TARGET_KIND",
    resourceId: target.id,
    message: `The route ${text} of ${routeTableId} leads to a target that is not modelled (${target.kind}).`,
  });
}
