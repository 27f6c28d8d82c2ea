import { formatRange, type AddressRange } from "../../sets/address-range";
import { PRIVATE_RANGES, SHARED_RANGES } from "../../sets/special-ranges";
import { holdsFor } from "../cuts";
import { checkBlockPublicAccess } from "../gates/block-public-access";
import { checkEncryptionControl } from "../gates/encryption-control";
import { addHop, block, note, type Place, type Walk, type WalkEnd } from "../walk";

/**
 * Out through an internet gateway. IPv4 needs a public address on the sending interface, which a function's never has
 * (Lambda Developer Guide, "Internet access"); to private and shared addresses it carries nothing.
 */
export function toInternetGateway(walk: Walk, place: Place, gatewayId: string): WalkEnd {
  const { vpcId, subnetId } = place;
  addHop(walk, "internet-gateway", gatewayId);
  checkAttachment(walk, vpcId, gatewayId);
  checkEncryptionControl(walk, vpcId, "InternetGateway", gatewayId);
  checkBlockPublicAccess(walk, vpcId, subnetId, isNat(place) ? "nat-or-egress-only" : "direct-egress");
  checkDestination(walk, gatewayId);
  if (walk.packet.source.family === 4) checkPublicAddress(walk, place, gatewayId);
  addHop(walk, "internet", "internet");
  return { kind: "internet", vpcId, gatewayId, egressOnly: false };
}

/** IPv6 only, outwards only. Source: VPC User Guide, "Egress-only internet gateways". */
export function toEgressOnlyInternetGateway(walk: Walk, place: Place, gatewayId: string): WalkEnd {
  const { vpcId, subnetId } = place;
  addHop(walk, "egress-only-internet-gateway", gatewayId);
  const located = walk.index.network.egressOnlyInternetGateways.get(gatewayId);
  const attachment = located?.resource.Attachments?.find(({ VpcId }) => VpcId === vpcId);
  if (located && attachment?.State !== "attached") {
    block(walk, badAttachment(gatewayId, vpcId, attachment?.State));
  }
  checkEncryptionControl(walk, vpcId, "EgressOnlyInternetGateway", gatewayId);
  checkBlockPublicAccess(walk, vpcId, subnetId, "nat-or-egress-only");
  addHop(walk, "internet", "internet");
  return { kind: "internet", vpcId, gatewayId, egressOnly: true };
}

function isNat({ entry }: Place): boolean {
  return entry === "nat-gateway";
}

/** Where it was not read, an active route to it is proof enough: AWS turns routes to a detached one into blackholes. */
export function checkAttachment(walk: Walk, vpcId: string, gatewayId: string): void {
  const located = walk.index.network.internetGateways.get(gatewayId);
  const attachment = located?.resource.Attachments?.find(({ VpcId }) => VpcId === vpcId);
  // The wire says `available`, the SDK's list knows only `attached`.
  const state: string | undefined = attachment?.State;
  if (located && state !== "available" && state !== "attached")
    block(walk, badAttachment(gatewayId, vpcId, state));
}

function badAttachment(gatewayId: string, vpcId: string, state: string | undefined) {
  return {
    code: "BAD_STATE_ATTACHMENT" as const,
    resourceId: gatewayId,
    evidence: [{ resourceId: gatewayId, fact: `attachment to ${vpcId}: ${state ?? "none"}` }],
    message: `${gatewayId} is not attached to ${vpcId}${state === undefined ? "" : ` (${state})`}.`,
  };
}

function checkDestination(walk: Walk, gatewayId: string): void {
  const { destination } = walk.packet;
  const refused = (ranges: readonly AddressRange[]) =>
    ranges.some((range) => holdsFor(range, destination, walk.cuts));
  const message = `${gatewayId} carries nothing to ${formatRange(destination)}, which is not a public address.`;
  if (refused(PRIVATE_RANGES)) {
    block(walk, { code: "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS", resourceId: gatewayId, message });
  }
  if (refused(SHARED_RANGES)) {
    block(walk, { code: "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS", resourceId: gatewayId, message });
  }
}

function checkPublicAddress(walk: Walk, { vpcId }: Place, gatewayId: string): void {
  const { sender, packet } = walk;
  const own = sender?.vpcId === vpcId ? sender : null;
  const address = own?.addresses.find(
    ({ range }) =>
      range.family === 4 && range.first <= packet.source.first && range.last >= packet.source.last,
  );
  if (address?.publicRange) {
    if (own?.role === "function") {
      note(
        walk,
        "LAMBDA_ENI_PUBLIC_IP_IS_FRAGILE",
        `${own.id} has the public address ${formatRange(address.publicRange)}, put there by hand: it is lost when Lambda replaces the interface.`,
        own.id,
      );
    }
    return;
  }
  const who = own?.id ?? formatRange(packet.source);
  const why =
    own?.role === "function"
      ? "a function's interfaces never get one, in a public subnet either"
      : "an internet gateway carries only what has one";
  block(walk, {
    code: own?.role === "nat-gateway" ? "NAT_GATEWAY_IS_PRIVATE" : "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
    resourceId: gatewayId,
    evidence: [{ resourceId: who, fact: "no public IPv4 address" }],
    message: `${who} has no public IPv4 address, so ${gatewayId} drops its packets: ${why}.`,
  });
}
