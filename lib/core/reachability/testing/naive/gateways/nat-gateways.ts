import type { Network, Resource } from "@/lib/core/network/network";
import { isIpv6, isSameAddress } from "../places/addresses";
import { passEncryptionControl } from "../filters/encryption-control";
import type { Here } from "./internet";
import { enterSubnet, leaveSubnet } from "../filters/network-acls";
import { zoneOf } from "../places/vpcs";
import { answerLoadBalancer } from "../load-balancers/answer-load-balancer";
import { Blocked, isForClient, Lost, missing, type Position, type Walk } from "../walk";

type NatGateway = Resource<"NatGateways">;

/** To a NAT gateway, which sends on with an address and a port of its own. */
export function natGateway(walk: Walk, here: Here, natGatewayId: string): Position {
  const { network, packet } = walk;
  passEncryptionControl(network, here.vpcId, "NatGateway");
  if (walk.direction === "reply") throw new Blocked("REPLY_GOES_ELSEWHERE NAT gateway");
  const isIpv4 = !isIpv6(packet.destination);
  if (isIpv4 && ![1, 6, 17].includes(packet.protocol)) throw new Blocked("PROTOCOL_RESTRICTION NAT gateway");
  const nat = network.natGateways.get(natGatewayId)?.resource;
  if (!nat) {
    // Wherever it stands, the packet leaves this subnet with the same destination; from which port is not known.
    const { hasLeft } = walk;
    if (here.subnetId !== null) leaveSubnet(walk, here.subnetId);
    walk.hasLeft = hasLeft;
    return missing("DescribeNatGateways");
  }
  const subnetId = nat.SubnetId ?? null;
  if (here.subnetId !== null && here.subnetId !== subnetId) leaveSubnet(walk, here.subnetId);
  if (subnetId !== null && here.subnetId !== subnetId) enterSubnet(walk, subnetId);
  if (nat.VpcId !== here.vpcId) throw new Blocked("NGW_REQUIRES_SOURCE_IN_VPC");
  if (nat.State !== "available") throw new Blocked("BAD_STATE NAT gateway");
  if (walk.translations.some((one) => one.natGatewayId === natGatewayId)) throw new Blocked("ROUTING_LOOP");
  if (isIpv6(packet.destination)) throw new Lost("NOT_EVALUATED_TARGET_KIND NAT64");
  if ((nat.AttachedAppliances ?? []).length > 0) walk.doubts.push("NOT_EVALUATED_APPLIANCE NAT gateway");
  translate(walk, nat, natGatewayId, here);
  return subnetId === null ? { at: "regional-nat-gateway", natGatewayId } : { at: "subnet", subnetId };
}

function translate(walk: Walk, nat: NatGateway, natGatewayId: string, here: Here): void {
  const { packet } = walk;
  const addresses = sendingAddresses(walk, nat, here);
  const source =
    addresses[
      addresses.length > 1 ? walk.choose("sometimes", addresses.length, `address of ${natGatewayId}`) : 0
    ];
  if (source === undefined) throw new Blocked("BAD_STATE NAT gateway without address");
  const ports = packet.sourcePort === null ? [null] : interestingPorts(walk.network);
  const sourcePort =
    ports[ports.length > 1 ? walk.choose("sometimes", ports.length, `port of ${natGatewayId}`) : 0] ?? null;
  walk.translations.push({
    natGatewayId,
    vpcId: here.vpcId,
    subnetId: nat.SubnetId ?? null,
    before: { source: packet.source, sourcePort: packet.sourcePort },
    hadLeft: walk.hasLeft,
    after: { source, sourcePort },
  });
  walk.crossings.push({ kind: "nat-gateway", id: natGatewayId });
  packet.source = source;
  packet.sourcePort = sourcePort;
  walk.hasLeft = false;
}

/** A zonal one sends from its private addresses; a regional one from its public ones of the sender's zone. */
function sendingAddresses({ network, doubts }: Walk, nat: NatGateway, { subnetId }: Here): string[] {
  const usable = (nat.NatGatewayAddresses ?? []).filter(
    ({ Status }) => Status === undefined || Status === "succeeded",
  );
  if (nat.SubnetId !== undefined)
    return usable.flatMap(({ PrivateIp }) => (PrivateIp === undefined ? [] : [PrivateIp]));
  const zones = subnetId === null ? [] : zoneNames(network, subnetId);
  const here = usable.filter(
    ({ AvailabilityZone, AvailabilityZoneId }) =>
      zones.includes(AvailabilityZoneId ?? "") || zones.includes(AvailabilityZone ?? ""),
  );
  const areZonesKnown = usable.some((address) => address.AvailabilityZone ?? address.AvailabilityZoneId);
  if (here.length === 0 && areZonesKnown && nat.AutoProvisionZones === "disabled") {
    if (zones.length > 0) throw new Blocked("REGIONAL_NGW_ROUTE_AZ_RESTRICTION");
    // From whichever of its addresses, the packet goes by the gateway's own table.
    doubts.push("NOT_EVALUATED_UNREAD zone of the sender");
  }
  return (here.length > 0 ? here : usable).flatMap(({ PublicIp }) =>
    PublicIp === undefined ? [] : [PublicIp],
  );
}

function zoneNames(network: Network, subnetId: string): string[] {
  const name = network.subnets.get(subnetId)?.resource.AvailabilityZone;
  return [zoneOf(network, subnetId), name ?? null].filter((zone) => zone !== null);
}

/** Of 1024 to 65535 those at which a network ACL's range begins or is over: up to the next nothing changes. */
export function interestingPorts(network: Network): number[] {
  const ports = new Set([1024]);
  for (const { resource } of network.networkAcls.values()) {
    for (const { PortRange } of resource.Entries ?? []) {
      if (PortRange?.From !== undefined) ports.add(PortRange.From);
      if (PortRange?.To !== undefined) ports.add(PortRange.To + 1);
    }
  }
  return [...ports].filter((port) => port >= 1024 && port <= 65535);
}

/** A reply that came to a NAT gateway goes to whom it stands for; anything else stops there. */
export function backThroughNat(walk: Walk, natGatewayId: string): Position {
  const { packet, translations } = walk;
  const translation = translations.at(-1);
  if (
    walk.direction !== "reply" ||
    translation?.natGatewayId !== natGatewayId ||
    !isSameAddress(translation.after.source, packet.destination)
  ) {
    throw new Blocked("NAT_GATEWAY_ACCEPTS_NO_INBOUND");
  }
  translations.pop();
  walk.hasLeft = translation.hadLeft;
  packet.destination = translation.before.source;
  packet.destinationPort = translation.before.sourcePort;
  if (walk.sender && translations.length === 0 && isForClient(walk))
    return answerLoadBalancer(walk, walk.sender, translation.subnetId);
  return translation.subnetId === null
    ? { at: "regional-nat-gateway", natGatewayId }
    : { at: "subnet", subnetId: translation.subnetId };
}

/** The NAT gateway whose private address this is. */
export function natGatewayAt(network: Network, vpcId: string, address: string): NatGateway | undefined {
  for (const { resource } of network.natGateways.values()) {
    const isGone = resource.State === "failed" || resource.State === "deleted";
    if (resource.VpcId !== vpcId || isGone) continue;
    if ((resource.NatGatewayAddresses ?? []).some(({ PrivateIp }) => PrivateIp === address)) return resource;
  }
  return undefined;
}
