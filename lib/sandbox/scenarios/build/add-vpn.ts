import type { RouteTable, TelemetryStatus, VpnConnection } from "@aws-sdk/client-ec2";
import { announceNetworks } from "../../services/ec2-vpn/connections/announce-networks";
import {
  describeConfiguration,
  makeTelemetry,
  makeTunnels,
} from "../../services/ec2-vpn/connections/make-tunnels";
import { type BuiltTransitGateway, linkAttachment, type TransitLinks } from "./add-transit-gateway";
import type { BuiltVpc } from "./add-vpc";
import { type Builder, idOf, MADE_AT, named } from "./builder";

/** A VPN to a device of the company's own, which is up as `tunnels` say. */
export interface VpnSpec {
  name: string;
  /** The device's address. */
  address: string;
  asn: string;
  tunnels: readonly [TelemetryStatus, TelemetryStatus];
  /** The networks behind it: announced by BGP, or written as static routes. */
  cidrs: readonly string[];
  routing: "bgp" | "static";
}

function addCustomerGateway({ regionWorld, ids }: Builder, spec: VpnSpec): string {
  const id = ids.id("cgw");
  regionWorld.transit.customerGateways.push({
    CustomerGatewayId: id,
    State: "available",
    Type: "ipsec.1",
    BgpAsn: spec.asn,
    IpAddress: spec.address,
    Tags: named(spec.name),
  });
  return id;
}

function addConnection(
  builder: Builder,
  spec: VpnSpec,
  near: Pick<VpnConnection, "VpnGatewayId" | "TransitGatewayId">,
): string {
  const { regionWorld, ids, clock } = builder;
  const id = ids.id("vpn");
  const CustomerGatewayId = addCustomerGateway(builder, spec);
  const TunnelOptions = makeTunnels(id, []);
  const isStatic = spec.routing === "static";
  const gatewayId = near.VpnGatewayId ?? near.TransitGatewayId;
  regionWorld.transit.vpnConnections.push({
    VpnConnectionId: id,
    State: "available",
    Type: "ipsec.1",
    Category: "VPN",
    CustomerGatewayId,
    ...near,
    GatewayAssociationState: "associated",
    CustomerGatewayConfiguration: describeConfiguration(
      { vpnConnectionId: id, customerGatewayId: CustomerGatewayId, gatewayId, address: spec.address },
      TunnelOptions,
    ),
    Options: {
      EnableAcceleration: false,
      StaticRoutesOnly: isStatic,
      LocalIpv4NetworkCidr: "0.0.0.0/0",
      RemoteIpv4NetworkCidr: "0.0.0.0/0",
      OutsideIpAddressType: "PublicIpv4",
      TunnelInsideIpVersion: "ipv4",
      TunnelOptions,
    },
    Routes: isStatic
      ? spec.cidrs.map((cidr) => ({ DestinationCidrBlock: cidr, Source: "Static", State: "available" }))
      : [],
    VgwTelemetry: makeTelemetry(TunnelOptions, MADE_AT.getTime()),
    Tags: named(spec.name),
  });
  announceNetworks(
    regionWorld,
    { vpnConnectionId: id, tunnels: spec.tunnels, announcedCidrs: isStatic ? [] : spec.cidrs },
    clock.now(),
  );
  return id;
}

/** Connects a device to a transit gateway of the same account. Returns the attachment's id. */
export function addTransitVpn(gateway: BuiltTransitGateway, spec: VpnSpec, links: TransitLinks): string {
  const { regionWorld, ids } = gateway.owner;
  const vpnConnectionId = addConnection(gateway.owner, spec, { TransitGatewayId: gateway.id });
  const attachmentId = ids.id("tgw-attach");
  regionWorld.transit.vpnAttachments.push({
    attachmentId,
    transitGatewayId: gateway.id,
    vpnConnectionId,
    state: "available",
    createdAt: MADE_AT,
    Tags: named(spec.name),
  });
  linkAttachment(gateway, attachmentId, links);
  return attachmentId;
}

/** Connects a device to a virtual private gateway of a VPC, whose routes go into these tables. Returns the gateway's id. */
export function addVpcVpn(
  builder: Builder,
  vpc: BuiltVpc,
  spec: VpnSpec & { propagateTo: readonly RouteTable[] },
): string {
  const { regionWorld, ids } = builder;
  const id = ids.id("vgw");
  regionWorld.transit.vpnGateways.push({
    VpnGatewayId: id,
    State: "available",
    Type: "ipsec.1",
    AmazonSideAsn: 64_512,
    VpcAttachments: [{ VpcId: vpc.vpcId, State: "attached" }],
    Tags: named(spec.name),
  });
  const tableIds = spec.propagateTo.map((table) => idOf(table.RouteTableId));
  for (const table of regionWorld.routeTables) {
    if (tableIds.includes(idOf(table.RouteTableId))) table.PropagatingVgws = [{ GatewayId: id }];
  }
  addConnection(builder, spec, { VpnGatewayId: id });
  return id;
}
