import {
  DescribeAddressesCommand,
  DescribeAvailabilityZonesCommand,
  DescribeDhcpOptionsCommand,
  DescribeInstancesCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSecurityGroupVpcAssociationsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
} from "@aws-sdk/client-ec2";
import { sendOptions } from "../send-options";
import { regionCall, type AnyRegionCall } from "./region-call";

/** A VPC and what lies in it. `MaxResults` is the largest that each call allows (EC2 API reference), but for two. */
export const ec2VpcCalls: readonly AnyRegionCall[] = [
  regionCall("ec2", "DescribeVpcs", "Vpcs", async (scope, NextToken) => {
    const command = new DescribeVpcsCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.Vpcs, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeSubnets", "Subnets", async (scope, NextToken) => {
    const command = new DescribeSubnetsCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.Subnets, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeRouteTables", "RouteTables", async (scope, NextToken) => {
    const command = new DescribeRouteTablesCommand({ MaxResults: 100, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.RouteTables, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeSecurityGroups", "SecurityGroups", async (scope, NextToken) => {
    // The SDK parses a page in one go on the event loop: 1,000 groups with ten rules each would take 200 ms.
    const command = new DescribeSecurityGroupsCommand({ MaxResults: 400, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.SecurityGroups, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeSecurityGroupRules", "SecurityGroupRules", async (scope, NextToken) => {
    const command = new DescribeSecurityGroupRulesCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.SecurityGroupRules, nextToken: page.NextToken };
  }),
  regionCall(
    "ec2",
    "DescribeSecurityGroupVpcAssociations",
    "SecurityGroupVpcAssociations",
    async (scope, NextToken) => {
      const command = new DescribeSecurityGroupVpcAssociationsCommand({ MaxResults: 1000, NextToken });
      const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
      return { items: page.SecurityGroupVpcAssociations, nextToken: page.NextToken };
    },
  ),
  regionCall("ec2", "DescribeNetworkAcls", "NetworkAcls", async (scope, NextToken) => {
    const command = new DescribeNetworkAclsCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.NetworkAcls, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeNetworkInterfaces", "NetworkInterfaces", async (scope, NextToken) => {
    const command = new DescribeNetworkInterfacesCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.NetworkInterfaces, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeInstances", "Reservations", async (scope, NextToken) => {
    // As above: 1,000 instances would take 250 ms.
    const command = new DescribeInstancesCommand({ MaxResults: 400, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.Reservations, nextToken: page.NextToken };
  }),
  regionCall("ec2", "DescribeAddresses", "Addresses", async (scope) => {
    const command = new DescribeAddressesCommand({});
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.Addresses };
  }),
  regionCall("ec2", "DescribeAvailabilityZones", "AvailabilityZones", async (scope) => {
    const command = new DescribeAvailabilityZonesCommand({});
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.AvailabilityZones };
  }),
  regionCall("ec2", "DescribeDhcpOptions", "DhcpOptions", async (scope, NextToken) => {
    const command = new DescribeDhcpOptionsCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.DhcpOptions, nextToken: page.NextToken };
  }),
];
