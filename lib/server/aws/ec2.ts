import {
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  GetSecurityGroupsForVpcCommand,
  type DescribeNetworkInterfacesCommandInput,
  type DescribeNetworkInterfacesCommandOutput,
  type DescribeSecurityGroupsCommandInput,
  type DescribeSecurityGroupsCommandOutput,
  type DescribeSubnetsCommandInput,
  type DescribeSubnetsCommandOutput,
  type DescribeVpcsCommandInput,
  type DescribeVpcsCommandOutput,
  type GetSecurityGroupsForVpcCommandInput,
  type GetSecurityGroupsForVpcCommandOutput,
} from "@aws-sdk/client-ec2";
import type { AwsScope } from "./aws-clients";
import { sendOptions } from "./send-options";

const clientOf = ({ aws, region }: AwsScope) => aws.ec2(region);

/** ec2:DescribeNetworkInterfaces, one page. */
export function describeNetworkInterfaces(
  scope: AwsScope,
  input: DescribeNetworkInterfacesCommandInput,
): Promise<DescribeNetworkInterfacesCommandOutput> {
  return clientOf(scope).send(new DescribeNetworkInterfacesCommand(input), sendOptions(scope));
}

/** ec2:DescribeSubnets, one page. */
export function describeSubnets(
  scope: AwsScope,
  input: DescribeSubnetsCommandInput,
): Promise<DescribeSubnetsCommandOutput> {
  return clientOf(scope).send(new DescribeSubnetsCommand(input), sendOptions(scope));
}

/** ec2:DescribeSecurityGroups, one page. */
export function describeSecurityGroups(
  scope: AwsScope,
  input: DescribeSecurityGroupsCommandInput,
): Promise<DescribeSecurityGroupsCommandOutput> {
  return clientOf(scope).send(new DescribeSecurityGroupsCommand(input), sendOptions(scope));
}

/** ec2:DescribeVpcs, one page. */
export function describeVpcs(
  scope: AwsScope,
  input: DescribeVpcsCommandInput,
): Promise<DescribeVpcsCommandOutput> {
  return clientOf(scope).send(new DescribeVpcsCommand(input), sendOptions(scope));
}

/** ec2:GetSecurityGroupsForVpc, one page. */
export function getSecurityGroupsForVpc(
  scope: AwsScope,
  input: GetSecurityGroupsForVpcCommandInput,
): Promise<GetSecurityGroupsForVpcCommandOutput> {
  return clientOf(scope).send(new GetSecurityGroupsForVpcCommand(input), sendOptions(scope));
}
