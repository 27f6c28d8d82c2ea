import { ec2, type Step } from "../../step";

const ABSENT = "eni-0123456789abcdef0";

/** Interfaces that a person makes, with and without an address and groups of their own. */
export const networkInterfaceSteps: readonly Step[] = [
  ec2(
    "CreateNetworkInterface",
    {
      SubnetId: "{privateA}",
      PrivateIpAddress: "10.1.1.40",
      Description: "by hand",
      Groups: ["{functionGroup}"],
      TagSpecifications: [{ ResourceType: "network-interface", Tags: [{ Key: "Name", Value: "hand" }] }],
    },
    { save: { eni: "NetworkInterface.NetworkInterfaceId" } },
  ),
  ec2(
    "DescribeNetworkInterfaces",
    { NetworkInterfaceIds: ["{eni}"] },
    { until: { at: "NetworkInterfaces.0.Status", is: "available" } },
  ),
  ec2("CreateNetworkInterface", { SubnetId: "subnet-0123456789abcdef0" }),
  ec2(
    "CreateNetworkInterface",
    { SubnetId: "{privateB}" },
    { save: { plainEni: "NetworkInterface.NetworkInterfaceId" } },
  ),
  ec2("DescribeNetworkInterfaces", { NetworkInterfaceIds: [ABSENT] }),
  ec2("DescribeNetworkInterfaces", { Filters: [{ Name: "subnet-id", Values: ["{privateA}"] }] }),
  ec2("DescribeNetworkInterfaces", { Filters: [{ Name: "group-id", Values: ["{functionGroup}"] }] }),
  ec2("DescribeNetworkInterfaces", {
    Filters: [
      { Name: "vpc-id", Values: ["{vpc}"] },
      { Name: "addresses.private-ip-address", Values: ["10.1.1.40"] },
    ],
  }),
  ec2("DescribeNetworkInterfaces", {
    Filters: [
      { Name: "vpc-id", Values: ["{vpc}"] },
      { Name: "description", Values: ["by *"] },
    ],
  }),
  ec2("DescribeNetworkInterfaces", {
    Filters: [{ Name: "network-interface-id", Values: ["{eni}", "{plainEni}"] }],
  }),
  ec2("DescribeNetworkInterfaces", { Filters: [{ Name: "no-such-filter", Values: ["x"] }] }),
  ec2("DescribeSubnets", { SubnetIds: ["{privateA}"] }),
  ec2("ModifyNetworkInterfaceAttribute", {
    NetworkInterfaceId: "{eni}",
    Groups: ["{functionGroup}", "{databaseGroup}"],
  }),
  ec2("ModifyNetworkInterfaceAttribute", {
    NetworkInterfaceId: "{eni}",
    SourceDestCheck: { Value: false },
  }),
  ec2("ModifyNetworkInterfaceAttribute", {
    NetworkInterfaceId: "{eni}",
    Description: { Value: "by two hands" },
  }),
  ec2("ModifyNetworkInterfaceAttribute", { NetworkInterfaceId: ABSENT, Groups: ["{functionGroup}"] }),
  ec2("DescribeNetworkInterfaces", { NetworkInterfaceIds: ["{eni}"] }),
  ec2("DeleteNetworkInterface", { NetworkInterfaceId: ABSENT }),
  ec2("DeleteNetworkInterface", { NetworkInterfaceId: "{eni}" }),
  ec2("DeleteNetworkInterface", { NetworkInterfaceId: "{plainEni}" }),
  ec2("DescribeNetworkInterfaces", { NetworkInterfaceIds: ["{eni}"] }),
  ec2("DescribeSubnets", { SubnetIds: ["{privateA}"] }),
];
