import type { Resource } from "@/lib/core/network/network";
import { NARROW_CIDRS, PREMISES_CIDR } from "../draft";
import { held } from "./feature.test-builder";

type Table = Resource<"RouteTables">;
type Route = NonNullable<Table["Routes"]>[number];
type TransitRoute = Resource<"TransitGatewayRoutes">["Routes"][number];
type Nat = Resource<"NatGateways">;

const route = (name: string, isSo: (one: Route, table: Table) => boolean) =>
  held(`a route ${name}`, "RouteTables", (table) => (table.Routes ?? []).some((one) => isSo(one, table)));
const transit = (name: string, isSo: (one: TransitRoute) => boolean) =>
  held(`a transit gateway route ${name}`, "TransitGatewayRoutes", ({ Routes }) => Routes.some(isSo));
const nat = (name: string, isSo: (one: Nat) => boolean) => held(`a NAT gateway ${name}`, "NatGateways", isSo);
const isPart = ({ DestinationCidrBlock }: Route) => DestinationCidrBlock?.endsWith("/24") === true;
const attachment = "TransitGatewayVpcAttachments" as const;

/** Routes, and what they lead to. */
export const ROUTES = [
  held("a main table", "RouteTables", ({ Associations }) => (Associations ?? []).some(({ Main }) => Main)),
  held("a table that was taken off a subnet", "RouteTables", ({ Associations }) =>
    (Associations ?? []).some(({ AssociationState }) => AssociationState?.State === "disassociated"),
  ),
  held("a gateway's table", "RouteTables", ({ Associations, Routes }) =>
    (Associations ?? []).some(({ GatewayId }) => GatewayId !== undefined && (Routes ?? []).some(isPart)),
  ),
  route("that is local", ({ GatewayId }) => GatewayId === "local"),
  route(
    "more specific than local, to an appliance",
    (one) => one.NetworkInterfaceId !== undefined && isPart(one),
  ),
  route("more specific than local, to a NAT gateway", (one) => one.NatGatewayId !== undefined && isPart(one)),
  route("by a service's list", ({ DestinationPrefixListId }) => DestinationPrefixListId === "pl-s3"),
  route("by a list of one's own", ({ DestinationPrefixListId }) => DestinationPrefixListId === "pl-own"),
  route("to a narrow public range", ({ DestinationCidrBlock }) =>
    NARROW_CIDRS.some((narrow) => narrow === DestinationCidrBlock),
  ),
  route("that is propagated", ({ Origin }) => Origin === "EnableVgwRoutePropagation"),
  route("that is static over a propagated one", (one, { Routes }) =>
    (Routes ?? []).some(
      (other) =>
        other.Origin === "EnableVgwRoutePropagation" &&
        one.Origin === "CreateRoute" &&
        other.DestinationCidrBlock === one.DestinationCidrBlock,
    ),
  ),
  route("that is a blackhole", ({ State }) => State === "blackhole"),
  route("that is filtered", ({ State }) => State === "filtered"),
  route("to an internet gateway", ({ GatewayId }) => GatewayId?.startsWith("igw-") === true),
  route("to an egress-only gateway", (one) => one.EgressOnlyInternetGatewayId !== undefined),
  route("to a NAT gateway", ({ NatGatewayId }) => NatGatewayId !== undefined),
  route(
    "to a Gateway Load Balancer endpoint",
    ({ GatewayId }) => GatewayId?.startsWith("vpce-gwlb") === true,
  ),
  route("to a VPN gateway", ({ GatewayId }) => GatewayId?.startsWith("vgw-") === true),
  route("to a peering connection", ({ VpcPeeringConnectionId }) => VpcPeeringConnectionId !== undefined),
  route("to a transit gateway", ({ TransitGatewayId }) => TransitGatewayId !== undefined),
  route("to an appliance", ({ NetworkInterfaceId }) => NetworkInterfaceId !== undefined),
  route("that a route server announces", ({ IpAddress }) => IpAddress !== undefined),
  route("to something else", ({ CarrierGatewayId }) => CarrierGatewayId !== undefined),
  held("a detached internet gateway", "InternetGateways", (one) => one.Attachments?.length === 0),
  held("a detached VPN gateway", "VpnGateways", (one) => one.VpcAttachments?.[0]?.State === "detached"),
  held("a VPN connection that is down", "VpnConnections", (one) => one.VgwTelemetry?.[0]?.Status === "DOWN"),
  nat(
    "that is public",
    ({ ConnectivityType, SubnetId }) => ConnectivityType === "public" && SubnetId !== undefined,
  ),
  nat("that is private", ({ ConnectivityType }) => ConnectivityType === "private"),
  nat("that is regional", ({ AvailabilityMode }) => AvailabilityMode === "regional"),
  nat(
    "that is regional and stays in its zones",
    ({ AutoProvisionZones }) => AutoProvisionZones === "disabled",
  ),
  nat("with two addresses", (one) => one.SubnetId !== undefined && one.NatGatewayAddresses?.length === 2),
  nat("with an appliance", ({ AttachedAppliances }) => (AttachedAppliances ?? []).length > 0),
  nat("that failed", ({ State }) => State === "failed"),
  nat("that is pending", ({ State }) => State === "pending"),
  held(
    "an appliance that takes others' packets",
    "NetworkInterfaces",
    ({ SourceDestCheck, InterfaceType }) => SourceDestCheck === false && InterfaceType === "interface",
  ),
  held("a peering connection", "VpcPeeringConnections", ({ Status }) => Status?.Code === "active"),
  held(
    "a pending peering connection",
    "VpcPeeringConnections",
    (one) => one.Status?.Code === "pending-acceptance",
  ),
  held(
    "a peering connection across Regions",
    "VpcPeeringConnections",
    ({ RequesterVpcInfo, AccepterVpcInfo }) => RequesterVpcInfo?.Region !== AccepterVpcInfo?.Region,
  ),
  ...[true, false].map((isOn) =>
    held(
      `a peering connection whose DNS option is ${isOn ? "on" : "off"}`,
      "VpcPeeringConnections",
      (one) => one.AccepterVpcInfo?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc === isOn,
    ),
  ),
  held("a peer that nobody read", "VpcPeeringConnections", (one) => one.AccepterVpcInfo?.VpcId === "vpc-far"),
  transit("that is static", ({ Type }) => Type === "static"),
  transit("that is propagated", ({ Type }) => Type === "propagated"),
  transit("by a prefix list", ({ PrefixListId }) => PrefixListId !== undefined),
  transit("that is a blackhole", ({ State }) => State === "blackhole"),
  ...(["vpn", "direct-connect-gateway", "connect", "client-vpn", "vpn-concentrator", "peering"] as const).map(
    (type) => transit(`to ${type}`, (one) => one.TransitGatewayAttachments?.[0]?.ResourceType === type),
  ),
  held("transit gateway routes to one range by several edges", "TransitGatewayRoutes", ({ Routes }) => {
    return Routes.filter(({ DestinationCidrBlock }) => DestinationCidrBlock === PREMISES_CIDR).length > 1;
  }),
  held(
    "two transit gateway tables",
    "TransitGatewayRouteTables",
    (one) => one.TransitGatewayRouteTableId?.endsWith("rtb-1") === true,
  ),
  held("transit gateway peering", "TransitGatewayPeeringAttachments", ({ State }) => State === "available"),
  held(
    "transit gateway peering in the list of all attachments",
    "TransitGatewayAttachments",
    ({ ResourceType, State }) => ResourceType === "peering" && State === "available",
  ),
  held("a shared transit gateway", attachment, (one) => one.VpcOwnerId !== "111122223333"),
  held("appliance mode", attachment, (one) => one.Options?.ApplianceModeSupport === "enable"),
  held("an attachment without IPv6", attachment, (one) => one.Options?.Ipv6Support === "disable"),
  held(
    "an attachment without group references",
    attachment,
    (one) => one.Options?.SecurityGroupReferencingSupport === "disable",
  ),
  held("a pending attachment", attachment, ({ State }) => State === "pending"),
  held(
    "group references over a transit gateway",
    "TransitGateways",
    (one) => one.Options?.SecurityGroupReferencingSupport === "enable",
  ),
];
