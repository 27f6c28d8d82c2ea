import {
  DescribeCustomerGatewaysCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewayPeeringAttachmentsCommand,
  DescribeTransitGatewayRouteTablesCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeTransitGatewaysCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
} from "@aws-sdk/client-ec2";
import { sendOptions } from "../send-options";
import { regionCall, type AnyRegionCall } from "./region-call";

/** What joins VPCs to each other and to other networks. `MaxResults` as the EC2 API reference allows. */
export const ec2TransitCalls: readonly AnyRegionCall[] = [
  regionCall("ec2", "DescribeVpcPeeringConnections", "VpcPeeringConnections", async (scope, NextToken) => {
    const command = new DescribeVpcPeeringConnectionsCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.VpcPeeringConnections, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeTransitGateways", "TransitGateways", async (scope, NextToken) => {
    const command = new DescribeTransitGatewaysCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.TransitGateways, nextToken: page.NextToken };
  }),
  regionCall(
    "ec2",
    "DescribeTransitGatewayAttachments",
    "TransitGatewayAttachments",
    async (scope, NextToken) => {
      const command = new DescribeTransitGatewayAttachmentsCommand({ MaxResults: 1000, NextToken });
      const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
      return { items: page.TransitGatewayAttachments, nextToken: page.NextToken };
    },
  ),
  regionCall(
    "ec2",
    "DescribeTransitGatewayVpcAttachments",
    "TransitGatewayVpcAttachments",
    async (scope, NextToken) => {
      const command = new DescribeTransitGatewayVpcAttachmentsCommand({ MaxResults: 1000, NextToken });
      const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
      return { items: page.TransitGatewayVpcAttachments, nextToken: page.NextToken };
    },
  ),
  regionCall(
    "ec2",
    "DescribeTransitGatewayPeeringAttachments",
    "TransitGatewayPeeringAttachments",
    async (scope, NextToken) => {
      const command = new DescribeTransitGatewayPeeringAttachmentsCommand({ MaxResults: 1000, NextToken });
      const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
      return { items: page.TransitGatewayPeeringAttachments, nextToken: page.NextToken };
    },
  ),
  regionCall(
    "ec2",
    "DescribeTransitGatewayRouteTables",
    "TransitGatewayRouteTables",
    async (scope, NextToken) => {
      const command = new DescribeTransitGatewayRouteTablesCommand({ MaxResults: 1000, NextToken });
      const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
      return { items: page.TransitGatewayRouteTables, nextToken: page.NextToken };
    },
  ),
  regionCall("ec2", "DescribeVpnGateways", "VpnGateways", async (scope) => {
    const command = new DescribeVpnGatewaysCommand({});
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.VpnGateways };
  }),
  regionCall("ec2", "DescribeVpnConnections", "VpnConnections", async (scope) => {
    const command = new DescribeVpnConnectionsCommand({});
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.VpnConnections };
  }),
  regionCall("ec2", "DescribeCustomerGateways", "CustomerGateways", async (scope) => {
    const command = new DescribeCustomerGatewaysCommand({});
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.CustomerGateways };
  }),
];
