import type { Route } from "@aws-sdk/client-ec2";
import type { Recorded } from "@/lib/core/network/resources";
import {
  appliance,
  gatewayEndpoint,
  gatewayLoadBalancerEndpoint,
  isNeverForwarded,
  nextHop,
  vpnGateway,
} from "./gateways/appliances";
import { deliver } from "./deliver";
import { acrossInternet, egressOnlyGateway, internetGateway, type Here } from "./gateways/internet";
import { backThroughNat, natGateway } from "./gateways/nat-gateways";
import { leaveSubnet } from "./filters/network-acls";
import { interfaceAt } from "./places/interfaces";
import { peeringConnection } from "./gateways/peering";
import { pickRoute, routeTableOf } from "./places/routes";
import { acrossTransitGateway, toTransitGateway } from "./gateways/transit-gateways";
import { isInVpc, subnetAt, vpcOfSubnet } from "./places/vpcs";
import { Blocked, Lost, type Position, type Walk } from "./walk";

/** Far more than any real path has. */
const MAX_HOPS = 64;

/** Moves the packet on until it is where it stays. */
export function follow(walk: Walk, start: Position): Position {
  let position = start;
  for (;;) {
    if (["interface", "sender", "service", "outside"].includes(position.at)) return position;
    walk.hops += 1;
    if (walk.hops > MAX_HOPS) throw new Blocked("ROUTING_LOOP");
    position = step(walk, position);
  }
}

function step(walk: Walk, position: Position): Position {
  switch (position.at) {
    case "subnet":
      return fromSubnet(walk, position.subnetId);
    case "regional-nat-gateway":
      return fromRegionalNat(walk, position.natGatewayId);
    case "vpc":
      return deliver(walk, position.vpcId, position.fromSubnetId);
    case "transit-gateway":
      return acrossTransitGateway(walk, position);
    case "internet":
      return acrossInternet(walk);
    case "interface":
    case "sender":
    case "service":
    case "outside":
      return position;
  }
}

function fromSubnet(walk: Walk, subnetId: string): Position {
  const { network, packet } = walk;
  const vpcId = vpcOfSubnet(network, subnetId);
  if (vpcId === undefined) throw new Lost("NOT_EVALUATED_UNREAD DescribeSubnets");
  if (isNeverForwarded(packet.destination)) throw new Blocked("NO_ROUTE_TO_DESTINATION link-local");
  // Neighbours in one subnet meet without the router, so no route and no network ACL has a say.
  const neighbour = interfaceAt(network, vpcId, packet.destination)?.SubnetId;
  if (neighbour === subnetId || subnetAt(network, vpcId, packet.destination) === subnetId)
    return { at: "vpc", vpcId, fromSubnetId: subnetId };
  const table = routeTableOf(network, subnetId, vpcId);
  // Its next hop may be in this very subnet.
  if (!table) throw new Lost("NOT_EVALUATED_UNREAD DescribeRouteTables");
  return byRoute(walk, { vpcId, subnetId }, pickRoute(walk, table));
}

/** A reply is given back first; what goes out is routed by the gateway's own table. */
function fromRegionalNat(walk: Walk, natGatewayId: string): Position {
  const { network, translations, packet, direction } = walk;
  if (direction === "reply" && translations.at(-1)?.after.source === packet.destination)
    backThroughNat(walk, natGatewayId);
  const nat = network.natGateways.get(natGatewayId)?.resource;
  const table = network.routeTables.get(nat?.RouteTableId ?? "")?.resource;
  if (nat?.VpcId === undefined || !table) throw new Lost("NOT_EVALUATED_UNREAD regional NAT's table");
  if (isNeverForwarded(packet.destination)) throw new Blocked("NO_ROUTE_TO_DESTINATION regional");
  return byRoute(walk, { vpcId: nat.VpcId, subnetId: null }, pickRoute(walk, table));
}

function byRoute(walk: Walk, here: Here, route: Recorded<Route>): Position {
  const { GatewayId } = route;
  if (GatewayId === "local") return { at: "vpc", vpcId: here.vpcId, fromSubnetId: here.subnetId };
  if (GatewayId?.startsWith("igw-")) return internetGateway(walk, here, GatewayId);
  if (GatewayId?.startsWith("vgw-")) return vpnGateway(walk, here, GatewayId);
  if (GatewayId?.startsWith("vpce-"))
    return route.DestinationPrefixListId === undefined
      ? gatewayLoadBalancerEndpoint(walk, here, GatewayId)
      : gatewayEndpoint(walk, here, GatewayId, isOwnTraffic(walk, here.vpcId));
  if (route.NatGatewayId !== undefined) return natGateway(walk, here, route.NatGatewayId);
  if (route.EgressOnlyInternetGatewayId !== undefined)
    return egressOnlyGateway(walk, here, route.EgressOnlyInternetGatewayId);
  if (route.TransitGatewayId !== undefined) return toTransitGateway(walk, here, route.TransitGatewayId);
  if (route.VpcPeeringConnectionId !== undefined)
    return peeringConnection(walk, here, route.VpcPeeringConnectionId);
  if (route.NetworkInterfaceId !== undefined)
    return appliance(walk, here, here.vpcId, route.NetworkInterfaceId);
  if (route.IpAddress !== undefined) return nextHop(walk, here, route.IpAddress);
  if (here.subnetId !== null) leaveSubnet(walk, here.subnetId);
  throw new Lost("NOT_EVALUATED_TARGET_KIND");
}

/** What came in by a transit gateway is not, though it was sent in this very VPC; what a NAT gateway sends is. */
function isOwnTraffic({ network, packet, crossings }: Walk, vpcId: string): boolean {
  const nat = crossings.findLastIndex(({ kind }) => kind === "nat-gateway");
  const since = crossings.slice(nat + 1);
  if (since.some(({ kind }) => kind === "transit-gateway")) return false;
  // Of a VPC that was not read the ranges are not known: what crossed nothing was sent there.
  return network.vpcs.has(vpcId) ? isInVpc(network, vpcId, packet.source) : since.length === 0;
}
