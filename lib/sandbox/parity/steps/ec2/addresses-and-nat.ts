import { ec2, type Step } from "../../step";

const natOfMain = { Name: "vpc-id", Values: ["{vpc}"] };

/** Elastic addresses, NAT gateways on them, and routes to those. */
export const addressAndNatSteps: readonly Step[] = [
  ec2(
    "AllocateAddress",
    {
      Domain: "vpc",
      TagSpecifications: [{ ResourceType: "elastic-ip", Tags: [{ Key: "Name", Value: "nat" }] }],
    },
    { save: { allocation: "AllocationId", publicIp: "PublicIp" } },
  ),
  ec2("DescribeAddresses", { AllocationIds: ["{allocation}"] }),
  ec2("DescribeAddresses", { PublicIps: ["{publicIp}"] }),
  ec2("DescribeAddresses", { AllocationIds: ["eipalloc-0123456789abcdef0"] }),
  ec2("DescribeAddresses", { PublicIps: ["203.0.113.9"] }),
  ec2("DescribeAddresses", { Filters: [{ Name: "tag:Name", Values: ["nat"] }] }),
  ec2("DescribeAddresses", { Filters: [{ Name: "domain", Values: ["vpc"] }] }),
  ec2("DescribeAddresses", { Filters: [{ Name: "no-such-filter", Values: ["x"] }] }),
  ec2(
    "CreateNatGateway",
    { SubnetId: "{publicA}", AllocationId: "{allocation}", ClientToken: "nat-1" },
    { save: { nat: "NatGateway.NatGatewayId" } },
  ),
  ec2(
    "DescribeNatGateways",
    { NatGatewayIds: ["{nat}"] },
    {
      until: { at: "NatGateways.0.State", is: "available" },
      save: {
        natAssociation: "NatGateways.0.NatGatewayAddresses.0.AssociationId",
        natEni: "NatGateways.0.NatGatewayAddresses.0.NetworkInterfaceId",
        natIp: "NatGateways.0.NatGatewayAddresses.0.PrivateIp",
      },
    },
  ),
  ec2("DescribeNatGateways", { Filter: [natOfMain] }),
  ec2("DescribeNatGateways", { Filter: [{ Name: "subnet-id", Values: ["{publicA}"] }] }),
  ec2("DescribeNatGateways", { Filter: [natOfMain, { Name: "state", Values: ["available"] }] }),
  ec2("DescribeNatGateways", { Filter: [natOfMain, { Name: "state", Values: ["deleted"] }] }),
  ec2("DescribeNatGateways", { Filter: [{ Name: "nat-gateway-id", Values: ["{nat}"] }] }),
  ec2("DescribeNatGateways", { NatGatewayIds: ["nat-0123456789abcdef0"] }),
  ec2("CreateNatGateway", { SubnetId: "subnet-0123456789abcdef0", AllocationId: "{allocation}" }),
  ec2("CreateNatGateway", { SubnetId: "{publicA}", AllocationId: "eipalloc-0123456789abcdef0" }),
  ec2("DescribeAddresses", { AllocationIds: ["{allocation}"] }),
  ec2("DescribeNetworkInterfaces", {
    Filters: [natOfMain, { Name: "interface-type", Values: ["nat_gateway"] }],
  }),
  ec2("ReleaseAddress", { AllocationId: "eipalloc-0123456789abcdef0" }),
  ec2("DeleteNatGateway", { NatGatewayId: "nat-0123456789abcdef0" }),
  ec2("DeleteNatGateway", { NatGatewayId: "{nat}" }),
  ec2(
    "DescribeNatGateways",
    { NatGatewayIds: ["{nat}"] },
    { until: { at: "NatGateways.0.State", is: "deleted" } },
  ),
  ec2("DescribeAddresses", { AllocationIds: ["{allocation}"] }),
  ec2("ReleaseAddress", { AllocationId: "{allocation}" }),
  ec2("DescribeAddresses", { AllocationIds: ["{allocation}"] }),
];
