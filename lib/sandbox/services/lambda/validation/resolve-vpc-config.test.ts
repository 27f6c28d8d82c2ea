import { describe, expect, it } from "vitest";
import { buildLambdaWorld, CONNECTION, refusalOf } from "../lambda-world.test-builder";
import { resolveVpcConfig } from "./resolve-vpc-config";

const COEXIST = "SubnetIds and SecurityIds must coexist or be both empty list.";

describe("resolveVpcConfig", () => {
  const { context } = buildLambdaWorld();

  it.each([
    ["only subnets", { SubnetIds: ["subnet-0a"] }, COEXIST],
    ["only groups", { SecurityGroupIds: ["sg-0app"] }, COEXIST],
    ["no groups", { SubnetIds: ["subnet-0a"], SecurityGroupIds: [] }, COEXIST],
    ["no subnets", { SubnetIds: [], SecurityGroupIds: ["sg-0app"] }, COEXIST],
    ["an empty object", {}, COEXIST],
    [
      "a group that does not exist, looked up before a subnet that does not either",
      { SubnetIds: ["subnet-0x"], SecurityGroupIds: ["sg-0x"] },
      "Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound. EC2 Error Message: The security group 'sg-0x' does not exist",
    ],
    [
      "a subnet that does not exist",
      { SubnetIds: ["subnet-0x"], SecurityGroupIds: ["sg-0app"] },
      "Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID 'subnet-0x' does not exist",
    ],
    [
      "groups of two VPCs",
      { SubnetIds: ["subnet-0a"], SecurityGroupIds: ["sg-0app", "sg-0other"] },
      "Security Groups are required to be in the same VPC",
    ],
    [
      "a group of another VPC than the subnets'",
      { SubnetIds: ["subnet-0a"], SecurityGroupIds: ["sg-0other"] },
      "Security Groups are required to be in the same VPC",
    ],
    [
      "subnets of two VPCs",
      { SubnetIds: ["subnet-0a", "subnet-0other"], SecurityGroupIds: ["sg-0app"] },
      "Subnets are required to be in the same VPC",
    ],
    [
      "dedicated tenancy",
      { SubnetIds: ["subnet-0dedicated"], SecurityGroupIds: ["sg-0dedicated"] },
      "Lambda does not support VPCs with dedicated instance tenancy: vpc-0dedicated",
    ],
    [
      "a Local Zone",
      { SubnetIds: ["subnet-0local"], SecurityGroupIds: ["sg-0app"] },
      "The provided subnets contain availability zone Lambda doesn't support. Please use a different set of subnets.",
    ],
    [
      "an Outpost",
      { SubnetIds: ["subnet-0outpost"], SecurityGroupIds: ["sg-0app"] },
      "The provided subnets contain availability zone Lambda doesn't support. Please use a different set of subnets.",
    ],
    [
      "IPv6 with a subnet that has none",
      {
        SubnetIds: ["subnet-0dual", "subnet-0a"],
        SecurityGroupIds: ["sg-0app"],
        Ipv6AllowedForDualStack: true,
      },
      "Ipv6AllowedForDualStack requires subnets with both IPv4 and IPv6 CIDR blocks: subnet-0a has no IPv6 CIDR block",
    ],
  ])("refuses %s", (_what, vpcConfig, message) => {
    expect(refusalOf(() => resolveVpcConfig(context, vpcConfig))).toEqual({
      code: "InvalidParameterValueException",
      message,
      httpStatus: 400,
      members: { Type: "User" },
    });
  });

  it("derives the VPC, and takes IPv6 as not allowed when it is not said", () => {
    expect(resolveVpcConfig(context, CONNECTION)).toEqual({
      ...CONNECTION,
      VpcId: "vpc-0main",
      Ipv6AllowedForDualStack: false,
    });
  });

  it("allows IPv6 where every subnet has it, and counts a subnet named twice once", () => {
    expect(
      resolveVpcConfig(context, {
        SubnetIds: ["subnet-0dual", "subnet-0dual"],
        SecurityGroupIds: ["sg-0app"],
        Ipv6AllowedForDualStack: true,
      }),
    ).toMatchObject({ SubnetIds: ["subnet-0dual"], Ipv6AllowedForDualStack: true });
  });

  it("reads two empty lists as detached", () => {
    expect(resolveVpcConfig(context, { SubnetIds: [], SecurityGroupIds: [] })).toEqual({
      SubnetIds: [],
      SecurityGroupIds: [],
      VpcId: "",
      Ipv6AllowedForDualStack: false,
    });
  });
});
