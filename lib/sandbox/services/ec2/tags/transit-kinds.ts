import type { IdKind } from "../describe/pick-by-ids";
import { taggableKind, type TaggableKind } from "./taggable-kind";

function ids(prefix: string, code: string, noun: string): IdKind {
  return {
    prefix,
    notFoundCode: `${code}.NotFound`,
    notFoundMessage: `The ${noun} ID '{id}' does not exist`,
    malformedCode: `${code}.Malformed`,
  };
}

const ATTACHMENT = ids("tgw-attach", "InvalidTransitGatewayAttachmentID", "transitGatewayAttachment");

/** The kinds of ways to other networks that can have tags, the longer of two prefixes first. */
export const TRANSIT_KINDS: readonly TaggableKind[] = [
  taggableKind(
    "transit-gateway-route-table",
    ids("tgw-rtb", "InvalidRouteTableID", "transitGatewayRouteTable"),
    (world) => world.transit.routeTables,
    (one) => one.TransitGatewayRouteTableId,
  ),
  taggableKind(
    "transit-gateway-attachment",
    ATTACHMENT,
    (world) => world.transit.vpcAttachments,
    (one) => one.TransitGatewayAttachmentId,
  ),
  taggableKind(
    "transit-gateway-attachment",
    ATTACHMENT,
    (world) => world.transit.peeringAttachments,
    (one) => one.TransitGatewayAttachmentId,
  ),
  taggableKind(
    "transit-gateway-attachment",
    ATTACHMENT,
    (world) => world.transit.vpnAttachments,
    (one) => one.attachmentId,
  ),
  taggableKind(
    "transit-gateway",
    ids("tgw", "InvalidTransitGatewayID", "transitGateway"),
    (world) => world.transit.gateways,
    (one) => one.TransitGatewayId,
  ),
  taggableKind(
    "vpn-gateway",
    ids("vgw", "InvalidVpnGatewayID", "vpnGateway"),
    (world) => world.transit.vpnGateways,
    (one) => one.VpnGatewayId,
  ),
  taggableKind(
    "vpn-connection",
    ids("vpn", "InvalidVpnConnectionID", "vpnConnection"),
    (world) => world.transit.vpnConnections,
    (one) => one.VpnConnectionId,
  ),
  taggableKind(
    "customer-gateway",
    ids("cgw", "InvalidCustomerGatewayID", "customerGateway"),
    (world) => world.transit.customerGateways,
    (one) => one.CustomerGatewayId,
  ),
  taggableKind(
    "network-insights-path",
    ids("nip", "InvalidNetworkInsightsPathId", "networkInsightsPath"),
    (world) => world.transit.insightsPaths,
    (one) => one.NetworkInsightsPathId,
  ),
  taggableKind(
    "network-insights-analysis",
    ids("nia", "InvalidNetworkInsightsAnalysisId", "networkInsightsAnalysis"),
    (world) => world.transit.insightsAnalyses,
    (one) => one.NetworkInsightsAnalysisId,
  ),
];
