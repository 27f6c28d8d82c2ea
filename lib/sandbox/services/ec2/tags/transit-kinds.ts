import type { ResourceType, Tag } from "@aws-sdk/client-ec2";
import type { TransitWorld } from "../../../world/transit-world";
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

/** The lists of what can have tags. */
type ListName = {
  [Name in keyof TransitWorld]: TransitWorld[Name] extends { Tags?: Tag[] | undefined }[] ? Name : never;
}[keyof TransitWorld];
/** A kind, where its resources stand, and the member that has the id. */
type Row = {
  [Name in ListName]: [ResourceType, IdKind, Name, string & keyof TransitWorld[Name][number]];
}[ListName];

const ROWS: readonly Row[] = [
  [
    "transit-gateway-route-table",
    ids("tgw-rtb", "InvalidRouteTableID", "transitGatewayRouteTable"),
    "routeTables",
    "TransitGatewayRouteTableId",
  ],
  ["transit-gateway-attachment", ATTACHMENT, "vpcAttachments", "TransitGatewayAttachmentId"],
  ["transit-gateway-attachment", ATTACHMENT, "peeringAttachments", "TransitGatewayAttachmentId"],
  ["transit-gateway-attachment", ATTACHMENT, "vpnAttachments", "attachmentId"],
  [
    "transit-gateway",
    ids("tgw", "InvalidTransitGatewayID", "transitGateway"),
    "gateways",
    "TransitGatewayId",
  ],
  ["vpn-gateway", ids("vgw", "InvalidVpnGatewayID", "vpnGateway"), "vpnGateways", "VpnGatewayId"],
  [
    "vpn-connection",
    ids("vpn", "InvalidVpnConnectionID", "vpnConnection"),
    "vpnConnections",
    "VpnConnectionId",
  ],
  [
    "customer-gateway",
    ids("cgw", "InvalidCustomerGatewayID", "customerGateway"),
    "customerGateways",
    "CustomerGatewayId",
  ],
  [
    "network-insights-path",
    ids("nip", "InvalidNetworkInsightsPathId", "networkInsightsPath"),
    "insightsPaths",
    "NetworkInsightsPathId",
  ],
  [
    "network-insights-analysis",
    ids("nia", "InvalidNetworkInsightsAnalysisId", "networkInsightsAnalysis"),
    "insightsAnalyses",
    "NetworkInsightsAnalysisId",
  ],
];

function readId(resource: object, member: string): string | undefined {
  const id: unknown = Reflect.get(resource, member);
  return typeof id === "string" ? id : undefined;
}

/** The kinds of ways to other networks that can have tags, the longer of two prefixes first. */
export const TRANSIT_KINDS: readonly TaggableKind[] = ROWS.map(([resourceType, kind, list, idMember]) =>
  taggableKind(
    resourceType,
    kind,
    ({ transit }): readonly { Tags?: Tag[] | undefined }[] => transit[list],
    (resource) => readId(resource, idMember),
  ),
);
