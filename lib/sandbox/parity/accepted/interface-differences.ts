import type { DifferenceRow } from "../accepted-difference";
import { EC2_EXAMPLES, EC2_MODEL, ERROR_CODES, recorded } from "./sources";

/** Where moto's network interfaces are not AWS's. */
export const interfaceDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-invents",
    in: ["CreateNetworkInterface"],
    at: "output.NetworkInterface.Association",
    moto: {},
    sandbox: undefined,
    because: "without an Elastic IP address there is no association",
    source: `${EC2_EXAMPLES}: CreateNetworkInterface`,
  },
  {
    reason: "moto-differs",
    at: [
      "output.NetworkInterface.PrivateDnsName",
      "output.NetworkInterface.PrivateIpAddresses[].PrivateDnsName",
      "output.NetworkInterfaces[].PrivateDnsName",
      "output.NetworkInterfaces[].PrivateIpAddresses[].PrivateDnsName",
    ],
    moto: /^ip-\S+\.ec2\.internal$/,
    sandbox: /^ip-\S+\.eu-west-1\.compute\.internal$/,
    because: "ec2.internal is us-east-1's domain",
    source: recorded("batfish/test-nat-gateway/DescribeNetworkInterfaces.json"),
  },
  {
    reason: "moto-differs",
    at: ["output.NetworkInterface.RequesterId", "output.NetworkInterfaces[].RequesterId"],
    moto: "AIDA#1",
    sandbox: "123456789012",
    because: "the caller is the account's root, whose id is the account's",
    source:
      "SDK type GetCallerIdentityResponse.UserId: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable",
  },
  {
    reason: "moto-is-instant",
    in: ["CreateNetworkInterface"],
    at: "output.NetworkInterface.Status",
    moto: "available",
    sandbox: "pending",
    because: "an interface is pending before it is available",
    source: `${EC2_EXAMPLES}: CreateNetworkInterface`,
  },
  {
    reason: "moto-lacks",
    at: ["output.NetworkInterface.AvailabilityZoneId", "output.NetworkInterfaces[].AvailabilityZoneId"],
    moto: undefined,
    sandbox: /^zone#\d$/,
    because: "an interface names its zone's id",
    source: "SDK type NetworkInterface.AvailabilityZoneId",
  },
  {
    reason: "moto-lacks",
    at: ["output.NetworkInterface.Operator", "output.NetworkInterfaces[].Operator"],
    moto: undefined,
    sandbox: { Managed: false },
    because: "AWS says whether a service provider manages the interface",
    source: recorded("cloud-custodian/test_eni_private_subnet/ec2.DescribeNetworkInterfaces_1.json"),
  },
  {
    reason: "moto-differs",
    in: ["DescribeNetworkInterfaces"],
    at: "output.NetworkInterfaces[]",
    moto: /"Description":"","Groups":\[\{"GroupId":"\{defaultGroup\}"/,
    sandbox: undefined,
    because:
      "the interface of a NAT gateway is deleted with it, and a subnet is not deleted before its interfaces",
    source: `${EC2_MODEL}: DeleteNatGateway; aws-facts 3.4`,
  },
  {
    reason: "moto-lets-pass",
    in: ["CreateNetworkInterface"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidIPAddress.InUse",
    because: "an address is given once",
    source: `${ERROR_CODES}: InvalidIPAddress.InUse`,
  },
  {
    reason: "moto-lets-pass",
    in: ["CreateNetworkInterface", "ModifyNetworkInterfaceAttribute"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidGroup.NotFound",
    because: "groups must exist",
    source: `${ERROR_CODES}: InvalidGroup.NotFound`,
  },
];
