import {
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeInternetGatewaysCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNatGatewaysCommand,
  DescribePrefixListsCommand,
  DescribeVpcEndpointsCommand,
} from "@aws-sdk/client-ec2";
import { sendOptions } from "../send-options";
import { regionCall, type AnyRegionCall } from "./region-call";

/** The ways out of a VPC: gateways, endpoints, prefix lists. `MaxResults` as the EC2 API reference allows. */
export const ec2GatewayCalls: readonly AnyRegionCall[] = [
  regionCall("ec2", "DescribeInternetGateways", "InternetGateways", async (scope, NextToken) => {
    const command = new DescribeInternetGatewaysCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.InternetGateways, nextToken: page.NextToken };
  }),
  regionCall(
    "ec2",
    "DescribeEgressOnlyInternetGateways",
    "EgressOnlyInternetGateways",
    async (scope, NextToken) => {
      const command = new DescribeEgressOnlyInternetGatewaysCommand({ MaxResults: 255, NextToken });
      const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
      return { items: page.EgressOnlyInternetGateways, nextToken: page.NextToken };
    },
  ),
  regionCall("ec2", "DescribeNatGateways", "NatGateways", async (scope, NextToken) => {
    const command = new DescribeNatGatewaysCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.NatGateways, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeVpcEndpoints", "VpcEndpoints", async (scope, NextToken) => {
    const command = new DescribeVpcEndpointsCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.VpcEndpoints, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribePrefixLists", "PrefixLists", async (scope, NextToken) => {
    const command = new DescribePrefixListsCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.PrefixLists, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeManagedPrefixLists", "ManagedPrefixLists", async (scope, NextToken) => {
    const command = new DescribeManagedPrefixListsCommand({ MaxResults: 100, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.PrefixLists, nextToken: page.NextToken };
  }),
];
