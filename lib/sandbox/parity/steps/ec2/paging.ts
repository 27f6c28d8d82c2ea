import { ec2, type Step } from "../../step";

const pagedVpc = { Name: "vpc-id", Values: ["{pagedVpc}"] };
const inPagedVpc = { Filters: [pagedVpc] };
const SIX = [1, 2, 3, 4, 5, 6];
const NEXT = "NextToken";
const NO_TOKEN = { NextToken: "not a token of ours" };

/** Lists of more than one page. EC2's smallest page is of five items, so there are six or more of each kind. */
export const pagingSteps: readonly Step[] = [
  ec2("CreateVpc", { CidrBlock: "10.90.0.0/16" }, { save: { pagedVpc: "Vpc.VpcId" } }),
  ec2("DescribeSecurityGroups", inPagedVpc, { save: { pagedDefault: "SecurityGroups.0.GroupId" } }),
  ...SIX.map((number) =>
    ec2(
      "CreateSubnet",
      { VpcId: "{pagedVpc}", CidrBlock: `10.90.${String(number)}.0/24`, AvailabilityZone: "eu-west-1a" },
      { save: { [`paged${String(number)}`]: "Subnet.SubnetId" } },
    ),
  ),
  ...SIX.map((number) =>
    ec2("CreateSecurityGroup", {
      GroupName: `paged-${String(number)}`,
      Description: "one of six",
      VpcId: "{pagedVpc}",
    }),
  ),
  ...SIX.map(() => ec2("CreateRouteTable", { VpcId: "{pagedVpc}" })),
  ...SIX.map(() => ec2("CreateNetworkAcl", { VpcId: "{pagedVpc}" })),
  ...SIX.map((number) =>
    ec2(
      "CreateNetworkInterface",
      { SubnetId: "{paged6}", PrivateIpAddress: `10.90.6.${String(number + 20)}` },
      { save: { [`eni${String(number)}`]: "NetworkInterface.NetworkInterfaceId" } },
    ),
  ),
  ec2(
    "DescribeNetworkInterfaces",
    { NetworkInterfaceIds: ["{eni6}"] },
    { until: { at: "NetworkInterfaces.0.Status", is: "available" } },
  ),
  ec2("DescribeVpcs", { ...inPagedVpc, MaxResults: 5 }, { pages: { items: "Vpcs", token: NEXT } }),
  ec2("DescribeSubnets", { ...inPagedVpc, MaxResults: 5 }, { pages: { items: "Subnets", token: NEXT } }),
  ec2(
    "DescribeSecurityGroups",
    { ...inPagedVpc, MaxResults: 5 },
    { pages: { items: "SecurityGroups", token: NEXT } },
  ),
  ec2(
    "DescribeRouteTables",
    { ...inPagedVpc, MaxResults: 6 },
    { pages: { items: "RouteTables", token: NEXT } },
  ),
  ec2(
    "DescribeNetworkAcls",
    { ...inPagedVpc, MaxResults: 5 },
    { pages: { items: "NetworkAcls", token: NEXT } },
  ),
  ec2(
    "DescribeNetworkInterfaces",
    { ...inPagedVpc, MaxResults: 5 },
    { pages: { items: "NetworkInterfaces", token: NEXT } },
  ),
  ec2(
    "DescribeSecurityGroups",
    { ...inPagedVpc, MaxResults: 1000 },
    { pages: { items: "SecurityGroups", token: NEXT } },
  ),
  ec2("DescribeNatGateways", { Filter: [pagedVpc], MaxResults: 5 }),
  ec2("DescribeSubnets", { ...inPagedVpc, MaxResults: 5 }, { save: { subnetToken: NEXT } }),
  ec2("DescribeSecurityGroups", { ...inPagedVpc, MaxResults: 5, NextToken: "{subnetToken}" }),
  ec2("DescribeVpcs", NO_TOKEN),
  ec2("DescribeSubnets", { ...inPagedVpc, ...NO_TOKEN }),
  ec2("DescribeSecurityGroups", { ...inPagedVpc, ...NO_TOKEN }),
  ec2("DescribeRouteTables", { ...inPagedVpc, ...NO_TOKEN }),
  ec2("DescribeNetworkAcls", { ...inPagedVpc, ...NO_TOKEN }),
  ec2("DescribeNetworkInterfaces", { ...inPagedVpc, ...NO_TOKEN }),
  ec2("DescribeNatGateways", { Filter: [pagedVpc], ...NO_TOKEN }),
  ec2("DescribeVpcs", { MaxResults: 4 }),
  ec2("DescribeVpcs", { MaxResults: 1001 }),
  ec2("DescribeSubnets", { ...inPagedVpc, MaxResults: 4 }),
  ec2("DescribeSecurityGroups", { ...inPagedVpc, MaxResults: 0 }),
  ec2("DescribeRouteTables", { ...inPagedVpc, MaxResults: 101 }),
  ec2("DescribeNetworkAcls", { ...inPagedVpc, MaxResults: -1 }),
  ec2("DescribeNetworkInterfaces", { ...inPagedVpc, MaxResults: 3 }),
  ec2("DescribeNatGateways", { Filter: [pagedVpc], MaxResults: 1001 }),
  ec2("DescribeVpcs", { VpcIds: ["{pagedVpc}"], MaxResults: 5 }),
  ec2("DescribeSubnets", { SubnetIds: ["{paged6}"], MaxResults: 5 }),
  ec2("DescribeNetworkInterfaces", { NetworkInterfaceIds: ["{eni6}"], MaxResults: 5 }),
];
