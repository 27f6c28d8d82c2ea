import type { Route } from "@aws-sdk/client-ec2";
import type { Recorded } from "../resources";
import { firstTold } from "./first-told";

export type RouteTargetKind =
  | "local"
  | "internet-gateway"
  | "vpn-gateway"
  | "gateway-endpoint"
  | "gateway-load-balancer-endpoint"
  | "vpc-lattice"
  | "egress-only-internet-gateway"
  | "nat-gateway"
  | "transit-gateway"
  | "vpc-peering-connection"
  | "carrier-gateway"
  | "local-gateway"
  | "network-interface"
  | "instance"
  | "core-network"
  | "odb-network"
  | "ip-address"
  | "unknown";

export interface RouteTarget {
  kind: RouteTargetKind;
  /** As the console shows it: `local`, `igw-…`, an ARN, an address; `unknown` where the route names nothing. */
  id: string;
}

/**
 * What a route leads to. Answers carry no `VpcEndpointId`: an endpoint stands in `GatewayId`, and the kind of
 * destination tells which kind of endpoint. A route to an instance names its interface too, which is what forwards.
 * Source: EC2 API, Route; VPC User Guide, "Route tables".
 */
export function routeTarget(route: Recorded<Route>): RouteTarget {
  if (route.GatewayId) return { kind: gatewayKind(route.GatewayId, route), id: route.GatewayId };
  for (const [member, kind] of targetMembers) {
    const id = route[member];
    if (id) return { kind, id };
  }
  return { kind: "unknown", id: "unknown" };
}

/** CIDR (either family) or prefix list id; `unknown` where the route has none. */
export function routeDestination(route: Recorded<Route>): string {
  const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = route;
  return firstTold(DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId) ?? "unknown";
}

/** `0.0.0.0/0 → igw-…`, as every reason and every edge names a route. */
export function describeRoute(route: Recorded<Route>): string {
  return `${routeDestination(route)} → ${routeTarget(route).id}`;
}

const targetMembers = [
  ["NatGatewayId", "nat-gateway"],
  ["EgressOnlyInternetGatewayId", "egress-only-internet-gateway"],
  ["TransitGatewayId", "transit-gateway"],
  ["VpcPeeringConnectionId", "vpc-peering-connection"],
  ["CarrierGatewayId", "carrier-gateway"],
  ["LocalGatewayId", "local-gateway"],
  ["NetworkInterfaceId", "network-interface"],
  ["InstanceId", "instance"],
  ["CoreNetworkArn", "core-network"],
  ["OdbNetworkArn", "odb-network"],
  ["IpAddress", "ip-address"],
] as const satisfies readonly (readonly [keyof Route, RouteTargetKind])[];

function gatewayKind(gatewayId: string, { DestinationPrefixListId }: Recorded<Route>): RouteTargetKind {
  if (gatewayId === "local") return "local";
  if (gatewayId === "VpcLattice") return "vpc-lattice";
  if (gatewayId.startsWith("igw-")) return "internet-gateway";
  if (gatewayId.startsWith("vgw-")) return "vpn-gateway";
  if (gatewayId.startsWith("vpce-")) {
    return DestinationPrefixListId ? "gateway-endpoint" : "gateway-load-balancer-endpoint";
  }
  return "unknown";
}
