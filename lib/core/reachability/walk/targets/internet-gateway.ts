import type { Endpoint } from "../../index/endpoint";
import { formatRange, type AddressRange } from "../../sets/address-range";
import { NAT64_RANGES, PRIVATE_RANGES, SHARED_RANGES } from "../../sets/special-ranges";
import { holdsFor } from "../cuts";
import { checkBlockPublicAccess } from "../gates/block-public-access";
import { checkEncryptionControl } from "../gates/encryption-control";
import { passUnread } from "../unread";
import { addHop, block, note, unknown, type Place, type Walk, type WalkEnd } from "../walk";

/**
 * Out through an internet gateway. IPv4 needs a public address on the sending interface, which a function's never has
 * (Lambda Developer Guide, "Internet access"); to private and shared addresses it carries nothing.
 */
export function toInternetGateway(walk: Walk, place: Place, gatewayId: string): WalkEnd {
  const { vpcId, subnetId } = place;
  addHop(walk, "internet-gateway", gatewayId);
  checkAttachment(walk, place, gatewayId);
  checkEncryptionControl(walk, vpcId, "InternetGateway", gatewayId);
  checkBlockPublicAccess(walk, vpcId, subnetId, isNat(place) ? "nat-or-egress-only" : "direct-egress");
  checkDestination(walk, gatewayId);
  if (walk.packet.source.family === 4) checkPublicAddress(walk, place, gatewayId);
  else checkUniqueLocal(walk, gatewayId);
  addHop(walk, "internet", "internet");
  return { kind: "internet", vpcId, gatewayId, egressOnly: false };
}

/** IPv6 only, outwards only. Source: VPC User Guide, "Egress-only internet gateways". */
export function toEgressOnlyInternetGateway(walk: Walk, place: Place, gatewayId: string): WalkEnd {
  const { vpcId, subnetId } = place;
  addHop(walk, "egress-only-internet-gateway", gatewayId);
  const { egressOnlyInternetGateways } = walk.index.network;
  const gateway = egressOnlyInternetGateways.get(gatewayId);
  if (gateway) checkAttached(walk, vpcId, gatewayId, gateway.resource.Attachments);
  else passUnread(walk, place, "DescribeEgressOnlyInternetGateways", gatewayId);
  checkEncryptionControl(walk, vpcId, "EgressOnlyInternetGateway", gatewayId);
  checkBlockPublicAccess(walk, vpcId, subnetId, "nat-or-egress-only");
  if (walk.packet.source.family === 4) {
    const message = `${gatewayId} carries IPv6 only.`;
    block(walk, { code: "PROTOCOL_RESTRICTION", resourceId: gatewayId, message });
  } else {
    checkDestination(walk, gatewayId);
    checkUniqueLocal(walk, gatewayId);
  }
  addHop(walk, "internet", "internet");
  return { kind: "internet", vpcId, gatewayId, egressOnly: true };
}

function isNat({ entry }: Place): boolean {
  return entry === "nat-gateway";
}

/** A route to a gateway that was not read does not prove that it works. */
export function checkAttachment(walk: Walk, place: Pick<Place, "vpcId">, gatewayId: string): void {
  const gateway = walk.index.network.internetGateways.get(gatewayId);
  if (gateway) checkAttached(walk, place.vpcId, gatewayId, gateway.resource.Attachments);
  else passUnread(walk, place, "DescribeInternetGateways", gatewayId);
}

interface Attachment {
  VpcId?: string | undefined;
  State?: string | undefined;
}

function checkAttached(
  walk: Walk,
  vpcId: string,
  gatewayId: string,
  attachments: readonly Attachment[] = [],
): void {
  // The wire says `available` of an internet gateway, the SDK's list knows only `attached`.
  const states = attachments.filter((one) => one.VpcId === vpcId).map(({ State }) => State ?? "attached");
  if (states.some((state) => state === "available" || state === "attached")) return;
  const state = states[0] ?? "none";
  block(walk, {
    code: "BAD_STATE_ATTACHMENT",
    resourceId: gatewayId,
    evidence: [{ resourceId: gatewayId, fact: `attachment to ${vpcId}: ${state}` }],
    message: `${gatewayId} is not attached to ${vpcId} (${state}).`,
  });
}

function checkDestination(walk: Walk, gatewayId: string): void {
  const { destination } = walk.packet;
  const refused = (ranges: readonly AddressRange[]) =>
    ranges.some((range) => holdsFor(range, destination, walk.cuts));
  const message = (kind: string) =>
    `Routes lead packets to ${formatRange(destination)} to ${gatewayId}, which carries nothing to ${kind} addresses.`;
  if (refused(PRIVATE_RANGES)) {
    block(walk, {
      code: "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS",
      resourceId: gatewayId,
      message: message("private"),
    });
  }
  if (refused(SHARED_RANGES)) {
    block(walk, {
      code: "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS",
      resourceId: gatewayId,
      message: message("shared"),
    });
  }
  if (refused(NAT64_RANGES)) {
    const why = `${formatRange(destination)} stands for an IPv4 address, which only a NAT gateway translates: ${gatewayId} leads nowhere with it.`;
    block(walk, { code: "NO_POSSIBLE_DESTINATION", resourceId: gatewayId, message: why });
  }
}

/** A unique local IPv6 address (RFC 4193) is none on the internet. */
function checkUniqueLocal(walk: Walk, gatewayId: string): void {
  const { source } = walk.packet;
  if (!PRIVATE_RANGES.some((range) => holdsFor(range, source, walk.cuts))) return;
  const message = `${formatRange(source)} is a unique local address, so ${gatewayId} drops its packets: no reply would come back to it.`;
  block(walk, { code: "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", resourceId: gatewayId, message });
}

function checkPublicAddress(walk: Walk, { vpcId }: Place, gatewayId: string): void {
  const { sender, packet } = walk;
  // What came from outside and is sent out again has no address here; that its route is wrong is said there.
  if (sender === null && walk.direction === "return") return;
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
  if (own?.networkInterfaceId === null && own.role === "other") {
    const message = `Whether ${own.id} has a public address is not known: its interface was not read.`;
    unknown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: own.id, message });
    return;
  }
  const who = own?.id ?? formatRange(packet.source);
  const other = own?.addresses.find(({ range, publicRange }) => range.family === 4 && publicRange !== null);
  block(walk, {
    code: own?.role === "nat-gateway" ? "NAT_GATEWAY_IS_PRIVATE" : "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
    resourceId: gatewayId,
    evidence: [{ resourceId: who, fact: "no public IPv4 address" }],
    message: other?.publicRange
      ? `${formatRange(packet.source)}, from which ${who} sends, has no public IPv4 address, so ${gatewayId} drops its packets: ${formatRange(other.range)} of ${who} has ${formatRange(other.publicRange)}.`
      : `${who} has no public IPv4 address, so ${gatewayId} drops its packets: ${whyNone(own)}.`,
  });
}

function whyNone(sender: Endpoint | null): string {
  return sender?.role === "function"
    ? "a function's interfaces never get one, in a public subnet either"
    : "an internet gateway carries only what has one";
}
