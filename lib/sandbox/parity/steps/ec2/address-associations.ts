import { ec2, type Step } from "../../step";

const NO_ALLOCATION = "eipalloc-0123456789abcdef0";
const interfaceOf = (PrivateIpAddress: string, name: string) =>
  ec2(
    "CreateNetworkInterface",
    { SubnetId: "{addressSubnet}", PrivateIpAddress },
    { save: { [name]: "NetworkInterface.NetworkInterfaceId" } },
  );
const isAvailable = { until: { at: "NetworkInterfaces.0.Status", is: "available" } };
const readInterface = (id: string) =>
  ec2("DescribeNetworkInterfaces", { NetworkInterfaceIds: [id] }, isAvailable);
const readAddress = ec2("DescribeAddresses", { AllocationIds: ["{movingAddress}"] });

/** An elastic address on an interface, on another, on none. */
export const addressAssociationSteps: readonly Step[] = [
  ec2(
    "CreateSubnet",
    { VpcId: "{networkVpc}", CidrBlock: "10.70.3.0/24", AvailabilityZone: "eu-west-1a" },
    { save: { addressSubnet: "Subnet.SubnetId" } },
  ),
  ec2("CreateInternetGateway", {}, { save: { networkIgw: "InternetGateway.InternetGatewayId" } }),
  ec2("AttachInternetGateway", { InternetGatewayId: "{networkIgw}", VpcId: "{networkVpc}" }),
  interfaceOf("10.70.3.40", "firstEni"),
  readInterface("{firstEni}"),
  interfaceOf("10.70.3.41", "secondEni"),
  readInterface("{secondEni}"),
  ec2(
    "AllocateAddress",
    { Domain: "vpc" },
    { save: { movingAddress: "AllocationId", movingIp: "PublicIp" } },
  ),
  ec2(
    "AssociateAddress",
    { AllocationId: "{movingAddress}", NetworkInterfaceId: "{firstEni}" },
    { save: { firstPlace: "AssociationId" } },
  ),
  readAddress,
  readInterface("{firstEni}"),
  ec2("DescribeAddresses", { Filters: [{ Name: "network-interface-id", Values: ["{firstEni}"] }] }),
  ec2("DescribeAddresses", { Filters: [{ Name: "association-id", Values: ["{firstPlace}"] }] }),
  ec2("DescribeAddresses", { Filters: [{ Name: "private-ip-address", Values: ["10.70.3.40"] }] }),
  ec2("AssociateAddress", {
    AllocationId: "{movingAddress}",
    NetworkInterfaceId: "{secondEni}",
    AllowReassociation: false,
  }),
  ec2("ReleaseAddress", { AllocationId: "{movingAddress}", DryRun: true }),
  ec2("AssociateAddress", { AllocationId: NO_ALLOCATION, NetworkInterfaceId: "{firstEni}" }),
  ec2("AssociateAddress", {
    AllocationId: "{movingAddress}",
    NetworkInterfaceId: "eni-0123456789abcdef0",
  }),
  ec2(
    "AssociateAddress",
    { AllocationId: "{movingAddress}", NetworkInterfaceId: "{secondEni}", AllowReassociation: true },
    { save: { secondPlace: "AssociationId" } },
  ),
  readAddress,
  readInterface("{secondEni}"),
  ec2("DisassociateAddress", { AssociationId: "eipassoc-0123456789abcdef0" }),
  ec2("DisassociateAddress", { AssociationId: "{secondPlace}" }),
  readAddress,
  readInterface("{secondEni}"),
  ec2("DisassociateAddress", { AssociationId: "{secondPlace}" }),
  ec2("ReleaseAddress", { AllocationId: "{movingAddress}" }),
  ec2("ReleaseAddress", { AllocationId: "{movingAddress}" }),
];
