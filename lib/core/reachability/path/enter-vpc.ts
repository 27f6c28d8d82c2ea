import type { Endpoint } from "../index/endpoint";
import { coversRange, formatRange } from "../sets/address-range";
import { PRIVATE_RANGES, SHARED_RANGES } from "../sets/special-ranges";
import { holdsFor } from "../walk/cuts";
import { deliverInVpc } from "../walk/deliver";
import { findRoute } from "../walk/find-route";
import { followFromOutside } from "../walk/follow-route";
import { checkBlockPublicAccess } from "../walk/gates/block-public-access";
import { checkEncryptionControl } from "../walk/gates/encryption-control";
import { checkAttachment } from "../walk/targets/internet-gateway";
import { gapIn, whyMissing } from "../walk/unread";
import { addHop, block, deadEnd, leaveKnown, unknown, type Walk, type WalkEnd } from "../walk/walk";

/** From the internet to an interface of a VPC, by its internet gateway: to a public address of that interface only. */
export function enterFromInternet(walk: Walk, receiver: Endpoint): WalkEnd {
  const { vpcId, subnetId } = receiver;
  addHop(walk, "internet", "internet");
  checkPublicAddress(walk, receiver);
  const [gateway] = walk.index.internetGatewaysOfVpc(vpcId);
  const gatewayId = gateway?.resource.InternetGatewayId ?? unreadGateway(walk, vpcId);
  if (gatewayId === null) {
    const message = `${vpcId} has no internet gateway: nothing from the internet gets in.`;
    return deadEnd(walk, { code: "DISCONNECTED_VPCS", resourceId: vpcId, message });
  }
  if (gateway) {
    addHop(walk, "internet-gateway", gatewayId);
    checkAttachment(walk, { vpcId }, gatewayId);
  }
  checkEncryptionControl(walk, vpcId, "InternetGateway", gatewayId);
  checkSource(walk, gatewayId);
  checkBlockPublicAccess(walk, vpcId, subnetId === "" ? null : subnetId, "direct-ingress");
  // A regional NAT gateway is in no subnet, so no edge table leads elsewhere.
  if (subnetId === "") return { kind: "endpoint", endpoint: receiver };
  return enterByGateway(walk, vpcId, gatewayId);
}

/** Behind the gateway its own route table decides, where it has one: it may send a subnet's traffic to an appliance. */
export function enterByGateway(walk: Walk, vpcId: string, gatewayId: string): WalkEnd {
  const place = { vpcId, subnetId: null, entry: "gateway" as const };
  const table = walk.index.routeTableOfGateway(gatewayId);
  const gap = gapIn(walk.index.network, "DescribeRouteTables", vpcId);
  if (!table && gap !== undefined) {
    const message = `Whether ${gatewayId} has a route table that leads to an appliance is not known: ${gap}.`;
    return leaveKnown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: gatewayId, message });
  }
  const found = table ? findRoute(table, walk) : { status: "none" as const };
  if (table === null || found.status !== "found" || found.route.target.kind === "local") {
    return deliverInVpc(walk, vpcId);
  }
  addHop(walk, "route-table", table.routeTableId, found.route.text);
  return followFromOutside(walk, place, found.route, table.routeTableId);
}

/**
 * One that a table of the VPC names, else just any; null where there is none. An active route to a gateway that is not
 * among those read says that there is one.
 */
function unreadGateway(walk: Walk, vpcId: string): string | null {
  const { network } = walk.index;
  const named = gatewayNamedBy(walk, vpcId);
  const gap = gapIn(network, "DescribeInternetGateways", vpcId);
  if (gap === undefined && named === undefined) return null;
  const resourceId = named ?? vpcId;
  const why = gap ?? whyMissing(network, "DescribeInternetGateways", vpcId);
  const message =
    named === undefined
      ? `Whether ${vpcId} has an internet gateway is not known: ${why}.`
      : `Whether ${named} works is not known: ${why}.`;
  unknown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId, message });
  return resourceId;
}

function gatewayNamedBy({ index }: Walk, vpcId: string): string | undefined {
  const tables = [...index.network.routeTables.values()].filter(({ resource }) => resource.VpcId === vpcId);
  const associated = tables.flatMap(({ resource }) => resource.Associations ?? []);
  const routed = tables.flatMap(({ resource }) => resource.Routes ?? []);
  return [...associated, ...routed.filter(({ State }) => State !== "blackhole" && State !== "filtered")]
    .map(({ GatewayId }) => GatewayId)
    .find((id) => id?.startsWith("igw-") && !index.network.internetGateways.has(id));
}

function checkSource(walk: Walk, gatewayId: string): void {
  const { source } = walk.packet;
  if (![...PRIVATE_RANGES, ...SHARED_RANGES].some((range) => holdsFor(range, source, walk.cuts))) return;
  block(walk, {
    code: "IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS",
    resourceId: gatewayId,
    message: `${formatRange(source)} is not a public address: nothing comes from it through ${gatewayId}.`,
  });
}

function checkPublicAddress(walk: Walk, receiver: Endpoint): void {
  const { destination } = walk.packet;
  if (destination.family === 6 && !PRIVATE_RANGES.some((range) => coversRange(range, destination))) return;
  const isPublic = receiver.addresses.some(
    ({ range, publicRange }) => publicRange !== null && range.first === destination.first,
  );
  if (isPublic) return;
  // An instance tells its own.
  if (receiver.networkInterfaceId === null && receiver.role !== "instance") {
    const message = `Whether ${receiver.id} has a public address is not known: its interface was not read.`;
    unknown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: receiver.id, message });
    return;
  }
  block(walk, {
    code: "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
    resourceId: receiver.id,
    evidence: [{ resourceId: receiver.id, fact: `no public IPv${destination.family} address` }],
    message: `${receiver.id} has no public IPv${destination.family} address: nothing from the internet reaches it.`,
  });
}
