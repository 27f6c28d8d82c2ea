import { ec2, type Step } from "../../step";

/** Internet gateways and egress-only ones. */
export const gatewaySteps: readonly Step[] = [
  ec2(
    "CreateInternetGateway",
    { TagSpecifications: [{ ResourceType: "internet-gateway", Tags: [{ Key: "Name", Value: "gate" }] }] },
    { save: { igw: "InternetGateway.InternetGatewayId" } },
  ),
  ec2("DescribeInternetGateways", { InternetGatewayIds: ["{igw}"] }),
  ec2("AttachInternetGateway", { InternetGatewayId: "{igw}", VpcId: "{vpc}" }),
  ec2("DescribeInternetGateways", { InternetGatewayIds: ["{igw}"] }),
  ec2("AttachInternetGateway", { InternetGatewayId: "{igw}", VpcId: "{other}" }),
  ec2("AttachInternetGateway", { InternetGatewayId: "igw-0123456789abcdef0", VpcId: "{other}" }),
  ec2("DeleteInternetGateway", { InternetGatewayId: "{igw}" }),
  ec2("DeleteInternetGateway", { InternetGatewayId: "igw-0123456789abcdef0" }),
  ec2("DescribeInternetGateways", { InternetGatewayIds: ["igw-0123456789abcdef0"] }),
  ec2("DescribeInternetGateways", { Filters: [{ Name: "attachment.vpc-id", Values: ["{vpc}"] }] }),
  ec2("DescribeInternetGateways", {
    Filters: [
      { Name: "attachment.vpc-id", Values: ["{vpc}"] },
      { Name: "attachment.state", Values: ["available"] },
    ],
  }),
  ec2("DescribeInternetGateways", { Filters: [{ Name: "tag:Name", Values: ["gate"] }] }),
  ec2("DescribeInternetGateways", { Filters: [{ Name: "internet-gateway-id", Values: ["{igw}"] }] }),
  ec2("DescribeInternetGateways", { Filters: [{ Name: "no-such-filter", Values: ["x"] }] }),
  ec2("CreateInternetGateway", {}, { save: { spareIgw: "InternetGateway.InternetGatewayId" } }),
  ec2("DetachInternetGateway", { InternetGatewayId: "{spareIgw}", VpcId: "{other}" }),
  ec2("AttachInternetGateway", { InternetGatewayId: "{spareIgw}", VpcId: "vpc-0123456789abcdef0" }),
  ec2("AttachInternetGateway", { InternetGatewayId: "{spareIgw}", VpcId: "{other}" }),
  ec2("DetachInternetGateway", { InternetGatewayId: "{spareIgw}", VpcId: "{other}" }),
  ec2("DeleteInternetGateway", { InternetGatewayId: "{spareIgw}" }),
  ec2("DescribeInternetGateways", { InternetGatewayIds: ["{spareIgw}"] }),
  ec2(
    "CreateEgressOnlyInternetGateway",
    {
      VpcId: "{vpc}",
      TagSpecifications: [
        { ResourceType: "egress-only-internet-gateway", Tags: [{ Key: "Name", Value: "out" }] },
      ],
    },
    { save: { eigw: "EgressOnlyInternetGateway.EgressOnlyInternetGatewayId" } },
  ),
  ec2("DescribeEgressOnlyInternetGateways", { EgressOnlyInternetGatewayIds: ["{eigw}"] }),
  ec2("CreateEgressOnlyInternetGateway", { VpcId: "vpc-0123456789abcdef0" }),
  ec2("DeleteEgressOnlyInternetGateway", { EgressOnlyInternetGatewayId: "{eigw}" }),
  ec2("DescribeEgressOnlyInternetGateways", { EgressOnlyInternetGatewayIds: ["{eigw}"] }),
  ec2("DeleteEgressOnlyInternetGateway", { EgressOnlyInternetGatewayId: "eigw-0123456789abcdef0" }),
];
