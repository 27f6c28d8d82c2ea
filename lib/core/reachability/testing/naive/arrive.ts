import { groupsOf, isLoadBalancer } from "./load-balancers/balancers";
import { passLoadBalancer } from "./load-balancers/pass-load-balancer";
import { isDown, isLambda, isNatGatewayInterface, type NetworkInterface } from "./places/interfaces";
import type { NaiveQuestion } from "./question";
import { passIngress, refusesAny } from "./filters/security-groups";
import { Blocked, type Walk } from "./walk";

/** At an interface, which has to be the one that is asked about. */
export function arrive(
  walk: Walk,
  networkInterfaceId: string,
  destination: NaiveQuestion["destination"],
): void {
  const { network, packet } = walk;
  if ("networkInterfaceId" in destination && destination.networkInterfaceId !== networkInterfaceId)
    throw new Blocked("NO_POSSIBLE_DESTINATION another interface");
  const found = network.networkInterfaces.get(networkInterfaceId)?.resource;
  if (!found) throw new Blocked("NO_POSSIBLE_DESTINATION");
  refuseByKind(walk, networkInterfaceId, found);
  const groups = groupsOf(network, found);
  if (groups !== "unfiltered") passIngress(walk, groups, found.VpcId ?? "");
  if (isLoadBalancer(found)) passLoadBalancer(walk, found, packet.source);
}

function refuseByKind(walk: Walk, networkInterfaceId: string, found: NetworkInterface): void {
  const { network, packet } = walk;
  if (isLambda(found)) throw new Blocked("LAMBDA_ACCEPTS_NO_INBOUND");
  if (isNatGatewayInterface(found)) throw new Blocked("NAT_GATEWAY_ACCEPTS_NO_INBOUND");
  if (isDown(network, found)) throw new Blocked("BAD_STATE destination");
  if (found.InterfaceType !== "vpc_endpoint") return;
  if (packet.protocol !== 6 && packet.protocol !== 17) throw new Blocked("PROTOCOL_RESTRICTION endpoint");
  passEndpointState(walk, networkInterfaceId);
}

/** What the interface that is asked about refuses, however the packet may come to it. */
export function refuseAnyway(walk: Walk, destination: NaiveQuestion["destination"]): void {
  if (!("networkInterfaceId" in destination)) return;
  const { networkInterfaceId } = destination;
  const found = walk.network.networkInterfaces.get(networkInterfaceId)?.resource;
  if (!found) return;
  refuseByKind(walk, networkInterfaceId, found);
  const groups = groupsOf(walk.network, found);
  if (groups !== "unfiltered" && refusesAny(walk, groups))
    throw new Blocked("ENI_SG_RULES_MISMATCH IpPermissions");
  if (isLoadBalancer(found)) passLoadBalancer(walk, found, null);
}

function passEndpointState(walk: Walk, networkInterfaceId: string): void {
  for (const { resource } of walk.network.vpcEndpoints.values()) {
    if (!(resource.NetworkInterfaceIds ?? []).includes(networkInterfaceId)) continue;
    if (resource.State?.toLowerCase() !== "available") throw new Blocked("BAD_STATE endpoint");
    return;
  }
  walk.doubts.push("NOT_EVALUATED_UNREAD DescribeVpcEndpoints");
}
