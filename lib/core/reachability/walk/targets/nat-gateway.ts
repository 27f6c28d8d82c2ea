import type { Resource } from "../../../network/network";
import { ALL_PORTS } from "../../sets/port-set";
import { ICMP, TCP, trafficOf, UDP, uniteTraffic } from "../../sets/traffic";
import { checkEncryptionControl } from "../gates/encryption-control";
import { endAtUnread } from "../unread";
import {
  addHop,
  block,
  crossAcl,
  deadEnd,
  leaveKnown,
  restrict,
  unknown,
  type InSubnet,
  type Step,
  type Walk,
} from "../walk";

/** Source: VPC User Guide, "NAT gateway basics": TCP, UDP and ICMP. */
const NAT_TRAFFIC = [TCP, UDP, ICMP].map((protocol) => trafficOf(protocol, ALL_PORTS)).reduce(uniteTraffic);

/**
 * To a NAT gateway, where the packet gets a new source address and starts again. It serves its own VPC, and what comes
 * through a transit gateway. Source: VPC User Guide, "NAT gateways".
 */
export function toNatGateway(walk: Walk, place: InSubnet, natGatewayId: string): Step {
  const gateway = walk.index.network.natGateways.get(natGatewayId)?.resource;
  if (gateway && walk.direction === "forward") enterSubnet(walk, place, gateway);
  addHop(walk, "nat-gateway", natGatewayId);
  checkEncryptionControl(walk, place.vpcId, "NatGateway", natGatewayId);
  if (walk.packet.destination.family === 4) {
    const message = `${natGatewayId} carries TCP, UDP and ICMP only.`;
    restrict(walk, NAT_TRAFFIC, { code: "PROTOCOL_RESTRICTION", resourceId: natGatewayId, message });
  }
  if (walk.direction === "return") {
    const message = `The reply is routed to ${natGatewayId}, which takes it for a connection of its own.`;
    return deadEnd(walk, { code: "REPLY_GOES_ELSEWHERE", resourceId: natGatewayId, message });
  }
  if (!gateway) return endAtUnread(walk, place, "DescribeNatGateways", natGatewayId);
  checkState(walk, gateway, natGatewayId);
  if (gateway.VpcId !== undefined && gateway.VpcId !== place.vpcId) {
    const message = `${natGatewayId} is in ${gateway.VpcId} and serves that VPC only.`;
    return deadEnd(walk, { code: "NGW_REQUIRES_SOURCE_IN_VPC", resourceId: natGatewayId, message });
  }
  checkAppliances(walk, gateway, natGatewayId);
  const zones = zonesOf(walk, place);
  const { SubnetId, NatGatewayAddresses: addresses = [] } = gateway;
  if (SubnetId === undefined && addresses.length === 0) {
    const message = `From which address ${natGatewayId} sends is not known.`;
    return leaveKnown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: natGatewayId, message });
  }
  if (gateway.AvailabilityMode === "regional") checkZone(walk, gateway, natGatewayId, zones);
  if (walk.packet.destination.family === 6) {
    const message = `What ${natGatewayId} does with IPv6 (NAT64) is not modelled.`;
    return leaveKnown(walk, { code: "NOT_EVALUATED_TARGET_KIND", resourceId: natGatewayId, message });
  }
  return { kind: "nat-gateway", gateway, vpcId: place.vpcId, zones };
}

/** A regional one is in none. */
function enterSubnet(
  walk: Walk,
  { vpcId, subnetId }: InSubnet,
  { VpcId = vpcId, SubnetId }: Resource<"NatGateways">,
): void {
  if (SubnetId === undefined || SubnetId === subnetId || VpcId !== vpcId) return;
  addHop(walk, "subnet", SubnetId);
  crossAcl(walk, SubnetId, false);
}

function checkState(walk: Walk, gateway: Resource<"NatGateways">, natGatewayId: string): void {
  const { State, FailureCode, FailureMessage } = gateway;
  if (State === undefined || State === "available") return;
  const failure = [FailureCode, FailureMessage].filter((part) => part !== undefined).join(" ");
  const why = failure === "" ? "" : `: ${failure}`;
  block(walk, {
    code: "BAD_STATE",
    resourceId: natGatewayId,
    evidence: [{ resourceId: natGatewayId, fact: `State ${State}${why}` }],
    message: `${natGatewayId} is ${State}${why}.`,
  });
}

/** A proxy behind it may filter. */
function checkAppliances(walk: Walk, gateway: Resource<"NatGateways">, natGatewayId: string): void {
  if (gateway.AttachedAppliances === undefined || gateway.AttachedAppliances.length === 0) return;
  const message = `What the appliance attached to ${natGatewayId} lets through is not known.`;
  unknown(walk, { code: "NOT_EVALUATED_APPLIANCE", resourceId: natGatewayId, message });
}

function zonesOf(walk: Walk, { subnetId }: InSubnet): string[] {
  const subnet = walk.index.network.subnets.get(subnetId)?.resource;
  return [subnet?.AvailabilityZone, subnet?.AvailabilityZoneId].filter((zone) => zone !== undefined);
}

/** One that expands by itself serves a new zone from another meanwhile; a manual one serves the zones it was given. */
function checkZone(
  walk: Walk,
  { AutoProvisionZones, NatGatewayAddresses: addresses = [] }: Resource<"NatGateways">,
  natGatewayId: string,
  own: readonly string[],
): void {
  const zones = addresses.flatMap((address) =>
    [address.AvailabilityZone, address.AvailabilityZoneId].filter((zone) => zone !== undefined),
  );
  if (AutoProvisionZones === "enabled" || own.some((zone) => zones.includes(zone))) return;
  if (own.length === 0 || zones.length === 0) {
    const message = `Whether ${natGatewayId} serves the sender's zone is not known.`;
    unknown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: natGatewayId, message });
    return;
  }
  block(walk, {
    code: "REGIONAL_NGW_ROUTE_AZ_RESTRICTION",
    resourceId: natGatewayId,
    evidence: [{ resourceId: natGatewayId, fact: `zones ${[...new Set(zones)].join(", ")}` }],
    message: `${natGatewayId} is not present in ${own.join(" / ")} and does not expand by itself.`,
  });
}
