import { ec2, type Step } from "../../step";

const ofMain = { Name: "vpc-id", Values: ["{vpc}"] };

/** Six subnets, what a subnet may be, and how it is found. */
export const subnetSteps: readonly Step[] = [
  ec2(
    "CreateSubnet",
    {
      VpcId: "{vpc}",
      CidrBlock: "10.1.0.0/24",
      AvailabilityZone: "eu-west-1a",
      TagSpecifications: [{ ResourceType: "subnet", Tags: [{ Key: "Name", Value: "public-a" }] }],
    },
    { save: { publicA: "Subnet.SubnetId" } },
  ),
  ec2(
    "CreateSubnet",
    { VpcId: "{vpc}", CidrBlock: "10.1.1.0/24", AvailabilityZone: "eu-west-1a" },
    { save: { privateA: "Subnet.SubnetId" } },
  ),
  ec2(
    "CreateSubnet",
    { VpcId: "{vpc}", CidrBlock: "10.1.2.0/24", AvailabilityZone: "eu-west-1b" },
    { save: { privateB: "Subnet.SubnetId" } },
  ),
  ec2(
    "CreateSubnet",
    { VpcId: "{vpc}", CidrBlock: "10.1.3.0/28", AvailabilityZone: "eu-west-1c" },
    { save: { small: "Subnet.SubnetId" } },
  ),
  ec2("CreateSubnet", { VpcId: "{vpc}", CidrBlock: "10.1.4.0/22", AvailabilityZone: "eu-west-1c" }),
  ec2(
    "CreateSubnet",
    { VpcId: "{other}", CidrBlock: "10.2.0.0/24", AvailabilityZone: "eu-west-1a" },
    { save: { elsewhere: "Subnet.SubnetId" } },
  ),
  ec2("CreateSubnet", { VpcId: "{vpc}", CidrBlock: "10.1.0.128/25" }),
  ec2("CreateSubnet", { VpcId: "{vpc}", CidrBlock: "10.1.0.0/24" }),
  ec2("CreateSubnet", { VpcId: "{vpc}", CidrBlock: "10.9.0.0/24" }),
  ec2("CreateSubnet", { VpcId: "{vpc}", CidrBlock: "10.1.8/24" }),
  ec2("CreateSubnet", { VpcId: "{vpc}", CidrBlock: "10.1.8.0/24", AvailabilityZone: "eu-west-1z" }),
  ec2("CreateSubnet", { VpcId: "vpc-0123456789abcdef0", CidrBlock: "10.1.8.0/24" }),
  ec2("DescribeSubnets", { Filters: [ofMain] }),
  ec2("DescribeSubnets", { SubnetIds: ["{privateB}", "{privateA}"] }),
  ec2("DescribeSubnets", { SubnetIds: ["subnet-0123456789abcdef0"] }),
  ec2("DescribeSubnets", { Filters: [ofMain, { Name: "availability-zone", Values: ["eu-west-1a"] }] }),
  ec2("DescribeSubnets", { Filters: [ofMain, { Name: "availabilityZone", Values: ["eu-west-1b"] }] }),
  ec2("DescribeSubnets", { Filters: [{ Name: "cidr-block", Values: ["10.1.1.0/24"] }] }),
  ec2("DescribeSubnets", { Filters: [ofMain, { Name: "tag:Name", Values: ["public-*"] }] }),
  ec2("DescribeSubnets", { Filters: [ofMain, { Name: "default-for-az", Values: ["false"] }] }),
  ec2("DescribeSubnets", { Filters: [ofMain, { Name: "state", Values: ["available"] }] }),
  ec2("DescribeSubnets", { Filters: [{ Name: "subnet-id", Values: ["{small}", "{elsewhere}"] }] }),
  ec2("DescribeSubnets", {
    Filters: [
      { Name: "vpc-id", Values: ["{other}"] },
      { Name: "subnet-id", Values: ["{small}"] },
    ],
  }),
  ec2("DescribeSubnets", { Filters: [{ Name: "no-such-filter", Values: ["x"] }] }),
  ec2("ModifySubnetAttribute", { SubnetId: "{publicA}", MapPublicIpOnLaunch: { Value: true } }),
  ec2("DescribeSubnets", { SubnetIds: ["{publicA}"] }),
  ec2("DescribeSubnets", { Filters: [ofMain, { Name: "map-public-ip-on-launch", Values: ["true"] }] }),
  ec2("ModifySubnetAttribute", {
    SubnetId: "subnet-0123456789abcdef0",
    MapPublicIpOnLaunch: { Value: true },
  }),
  ec2("DeleteSubnet", { SubnetId: "subnet-0123456789abcdef0" }),
];
