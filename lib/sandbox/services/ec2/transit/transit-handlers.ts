import type {
  DescribeCustomerGatewaysCommandInput,
  DescribeCustomerGatewaysCommandOutput,
  DescribeTransitGatewayAttachmentsCommandInput,
  DescribeTransitGatewayAttachmentsCommandOutput,
  DescribeTransitGatewayPeeringAttachmentsCommandInput,
  DescribeTransitGatewayPeeringAttachmentsCommandOutput,
  DescribeTransitGatewayRouteTablesCommandInput,
  DescribeTransitGatewayRouteTablesCommandOutput,
  DescribeTransitGatewaysCommandInput,
  DescribeTransitGatewaysCommandOutput,
  DescribeTransitGatewayVpcAttachmentsCommandInput,
  DescribeTransitGatewayVpcAttachmentsCommandOutput,
  DescribeVpnConnectionsCommandInput,
  DescribeVpnConnectionsCommandOutput,
  DescribeVpnGatewaysCommandInput,
  DescribeVpnGatewaysCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import type { IdKind } from "../describe/pick-by-ids";
import { describeNothing } from "./describe-nothing";

function kind(
  prefix: string,
  code: string,
  noun: string,
  filterNames: readonly string[],
): IdKind & { filterNames: readonly string[] } {
  return {
    prefix,
    notFoundCode: `${code}.NotFound`,
    notFoundMessage: `The ${noun} ID '{id}' does not exist`,
    malformedCode: `${code}.Malformed`,
    filterNames,
  };
}

const attachmentFilters = [
  "association.state",
  "association.transit-gateway-route-table-id",
  "resource-id",
  "resource-owner-id",
  "resource-type",
  "state",
  "transit-gateway-attachment-id",
  "transit-gateway-id",
  "transit-gateway-owner-id",
];

const transitGateways = kind("tgw", "InvalidTransitGatewayID", "transitGateway", [
  "owner-id",
  "state",
  "transit-gateway-id",
]);
const attachments = kind(
  "tgw-attach",
  "InvalidTransitGatewayAttachmentID",
  "transitGatewayAttachment",
  attachmentFilters,
);
const vpcAttachments = kind("tgw-attach", "InvalidTransitGatewayAttachmentID", "transitGatewayAttachment", [
  "state",
  "transit-gateway-attachment-id",
  "transit-gateway-id",
  "vpc-id",
]);
const peeringAttachments = kind(
  "tgw-attach",
  "InvalidTransitGatewayAttachmentID",
  "transitGatewayAttachment",
  ["local-owner-id", "remote-owner-id", "state", "transit-gateway-attachment-id", "transit-gateway-id"],
);
const routeTables = kind("tgw-rtb", "InvalidRouteTableID", "transitGatewayRouteTable", [
  "default-association-route-table",
  "default-propagation-route-table",
  "state",
  "transit-gateway-id",
  "transit-gateway-route-table-id",
]);
const vpnGateways = kind("vgw", "InvalidVpnGatewayID", "vpnGateway", [
  "amazon-side-asn",
  "attachment.state",
  "attachment.vpc-id",
  "availability-zone",
  "state",
  "type",
  "vpn-gateway-id",
]);
const vpnConnections = kind("vpn", "InvalidVpnConnectionID", "vpnConnection", [
  "customer-gateway-id",
  "state",
  "transit-gateway-id",
  "type",
  "vpn-connection-id",
  "vpn-gateway-id",
]);
const customerGateways = kind("cgw", "InvalidCustomerGatewayID", "customerGateway", [
  "bgp-asn",
  "customer-gateway-id",
  "ip-address",
  "state",
  "type",
]);

type Describe<Input, Output> = Handler<Input, Answer<Output>>;

const describeTransitGateways: Describe<
  DescribeTransitGatewaysCommandInput,
  DescribeTransitGatewaysCommandOutput
> = (context, input) => ({
  TransitGateways: describeNothing(context, transitGateways, { ...input, ids: input.TransitGatewayIds }),
});

const describeTransitGatewayAttachments: Describe<
  DescribeTransitGatewayAttachmentsCommandInput,
  DescribeTransitGatewayAttachmentsCommandOutput
> = (context, input) => ({
  TransitGatewayAttachments: describeNothing(context, attachments, {
    ...input,
    ids: input.TransitGatewayAttachmentIds,
  }),
});

const describeTransitGatewayVpcAttachments: Describe<
  DescribeTransitGatewayVpcAttachmentsCommandInput,
  DescribeTransitGatewayVpcAttachmentsCommandOutput
> = (context, input) => ({
  TransitGatewayVpcAttachments: describeNothing(context, vpcAttachments, {
    ...input,
    ids: input.TransitGatewayAttachmentIds,
  }),
});

const describeTransitGatewayPeeringAttachments: Describe<
  DescribeTransitGatewayPeeringAttachmentsCommandInput,
  DescribeTransitGatewayPeeringAttachmentsCommandOutput
> = (context, input) => ({
  TransitGatewayPeeringAttachments: describeNothing(context, peeringAttachments, {
    ...input,
    ids: input.TransitGatewayAttachmentIds,
  }),
});

const describeTransitGatewayRouteTables: Describe<
  DescribeTransitGatewayRouteTablesCommandInput,
  DescribeTransitGatewayRouteTablesCommandOutput
> = (context, input) => ({
  TransitGatewayRouteTables: describeNothing(context, routeTables, {
    ...input,
    ids: input.TransitGatewayRouteTableIds,
  }),
});

const describeVpnGateways: Describe<DescribeVpnGatewaysCommandInput, DescribeVpnGatewaysCommandOutput> = (
  context,
  input,
) => ({
  VpnGateways: describeNothing(context, vpnGateways, { Filters: input.Filters, ids: input.VpnGatewayIds }),
});

const describeVpnConnections: Describe<
  DescribeVpnConnectionsCommandInput,
  DescribeVpnConnectionsCommandOutput
> = (context, input) => ({
  VpnConnections: describeNothing(context, vpnConnections, {
    Filters: input.Filters,
    ids: input.VpnConnectionIds,
  }),
});

const describeCustomerGateways: Describe<
  DescribeCustomerGatewaysCommandInput,
  DescribeCustomerGatewaysCommandOutput
> = (context, input) => ({
  CustomerGateways: describeNothing(context, customerGateways, {
    Filters: input.Filters,
    ids: input.CustomerGatewayIds,
  }),
});

/** Ways out to other networks, of which the sandbox has none yet. */
export const transitHandlers = {
  DescribeTransitGateways: describeTransitGateways,
  DescribeTransitGatewayAttachments: describeTransitGatewayAttachments,
  DescribeTransitGatewayVpcAttachments: describeTransitGatewayVpcAttachments,
  DescribeTransitGatewayPeeringAttachments: describeTransitGatewayPeeringAttachments,
  DescribeTransitGatewayRouteTables: describeTransitGatewayRouteTables,
  DescribeVpnGateways: describeVpnGateways,
  DescribeVpnConnections: describeVpnConnections,
  DescribeCustomerGateways: describeCustomerGateways,
};
