import { passEncryptionControl } from "../filters/encryption-control";
import type { Here } from "./internet";
import { groupIdsOf, hasAddress, interfaceAt, isDown } from "../places/interfaces";
import { enterSubnet, leaveSubnet } from "../filters/network-acls";
import { passIngress } from "../filters/security-groups";
import { isWithin } from "../places/addresses";
import { Blocked, Lost, missing, type Position, type Walk } from "../walk";

/** To an interface that is not the destination: it has to take what is not its own, and what it does then is unknown. */
export function appliance(
  walk: Walk,
  here: Here | null,
  vpcId: string,
  networkInterfaceId: string,
): Position {
  const { network } = walk;
  const found = network.networkInterfaces.get(networkInterfaceId)?.resource;
  if (!found) return missing("DescribeNetworkInterfaces");
  const subnetId = found.SubnetId ?? null;
  const isSame = here !== null && here.subnetId === subnetId;
  if (!isSame && here !== null && here.subnetId !== null) leaveSubnet(walk, here.subnetId);
  if (!isSame && subnetId !== null) enterSubnet(walk, subnetId);
  if (hasAddress(found, walk.packet.destination)) return { at: "interface", networkInterfaceId };
  if (isDown(network, found)) throw new Blocked("BAD_STATE appliance");
  if (found.SourceDestCheck === true) throw new Blocked("ENI_SOURCE_DEST_CHECK_RESTRICTION");
  if (walk.direction === "forward" && groupIdsOf(found).length > 0)
    passIngress(walk, groupIdsOf(found), found.VpcId ?? vpcId);
  throw new Lost("NOT_EVALUATED_APPLIANCE interface");
}

/** A VPC Route Server names an appliance by its address. */
export function nextHop(walk: Walk, here: Here, address: string): Position {
  const found = interfaceAt(walk.network, here.vpcId, address)?.NetworkInterfaceId;
  if (found === undefined) return missing("DescribeNetworkInterfaces");
  return appliance(walk, here, here.vpcId, found);
}

/** The gateway endpoints of S3 and DynamoDB: TCP and echo, from addresses of their own VPC. */
export function gatewayEndpoint(
  walk: Walk,
  here: Here,
  endpointId: string,
  isLocalSource: boolean,
): Position {
  const { network, packet } = walk;
  if (here.subnetId !== null) leaveSubnet(walk, here.subnetId);
  const isEcho = packet.protocol === 1 && packet.icmp?.type === 8;
  if (packet.protocol !== 6 && !isEcho) throw new Blocked("VPCE_GATEWAY_PROTOCOL_RESTRICTION");
  if (walk.direction === "reply") throw new Blocked("REPLY_GOES_ELSEWHERE gateway endpoint");
  if (!isLocalSource) throw new Blocked("ENDPOINT_FOR_OWN_VPC_ONLY");
  const endpoint = network.vpcEndpoints.get(endpointId)?.resource;
  if (!endpoint) walk.doubts.push("NOT_EVALUATED_UNREAD DescribeVpcEndpoints");
  if (endpoint && endpoint.State?.toLowerCase() !== "available")
    throw new Blocked("BAD_STATE gateway endpoint");
  if (endpoint && endpoint.VpcId !== here.vpcId) throw new Blocked("ENDPOINT_FOR_OWN_VPC_ONLY");
  return { at: "service", vpcId: here.vpcId };
}

/** To an endpoint of a Gateway Load Balancer. Its appliance may send on by an interface of its own. */
export function gatewayLoadBalancerEndpoint(walk: Walk, here: Here, endpointId: string): never {
  const { network } = walk;
  passEncryptionControl(network, here.vpcId, null);
  const endpoint = network.vpcEndpoints.get(endpointId)?.resource;
  if (!endpoint) return missing("DescribeVpcEndpoints");
  if (endpoint.State?.toLowerCase() !== "available") throw new Blocked("BAD_STATE GWLB endpoint");
  const [subnetId] = endpoint.SubnetIds ?? [];
  if (subnetId === undefined) throw new Lost("PATH_THROUGH_GWLB_NOT_CHECKED");
  const isSame = subnetId === here.subnetId;
  if (!isSame && here.subnetId !== null) leaveSubnet(walk, here.subnetId);
  if (!isSame) enterSubnet(walk, subnetId);
  throw new Lost("PATH_THROUGH_GWLB_NOT_CHECKED");
}

/** Beyond a virtual private gateway everything is unknown; only whether it is attached is not. */
export function vpnGateway(walk: Walk, here: Here, gatewayId: string): never {
  const { network } = walk;
  if (here.subnetId !== null) leaveSubnet(walk, here.subnetId);
  passEncryptionControl(network, here.vpcId, "VirtualPrivateGateway");
  const gateway = network.vpnGateways.get(gatewayId)?.resource;
  if (!gateway) return missing("DescribeVpnGateways");
  const isAttached = (gateway.VpcAttachments ?? []).some(
    ({ VpcId, State }) => VpcId === here.vpcId && State === "attached",
  );
  if (!isAttached) throw new Blocked("BAD_STATE_ATTACHMENT VPN gateway");
  throw new Lost("NOT_EVALUATED_ON_PREMISES VPN gateway");
}

/** Link-local and what AWS keeps to itself; and loopback, multicast, broadcast and the like, which are no host's (RFCs). */
const NEVER_FORWARDED = [
  "169.254.0.0/16",
  "fe80::/10",
  "fd00:ec2::/32",
  "0.0.0.0/8",
  "127.0.0.0/8",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/128",
  "::1/128",
  "::ffff:0:0/96",
  "ff00::/8",
];

/** A route to them is never followed, whatever tables say. */
export function isNeverForwarded(address: string): boolean {
  return NEVER_FORWARDED.some((cidr) => isWithin(address, cidr));
}
