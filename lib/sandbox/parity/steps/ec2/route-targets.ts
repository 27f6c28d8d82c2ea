import { ec2, type Step } from "../../step";

type Target = Partial<
  Record<
    | "EgressOnlyInternetGatewayId"
    | "GatewayId"
    | "NatGatewayId"
    | "NetworkInterfaceId"
    | "TransitGatewayId"
    | "VpcPeeringConnectionId",
    string
  >
>;
const route = (DestinationCidrBlock: string, target: Target) =>
  ec2("CreateRoute", { RouteTableId: "{targetTable}", DestinationCidrBlock, ...target });
const replace = (DestinationCidrBlock: string, target: Target) =>
  ec2("ReplaceRoute", { RouteTableId: "{targetTable}", DestinationCidrBlock, ...target });
const readTable = ec2("DescribeRouteTables", { RouteTableIds: ["{targetTable}"] });
const IPV6 = { RouteTableId: "{targetTable}", DestinationIpv6CidrBlock: "::/0" };

/** What routes may lead to, and what becomes of them when that is deleted. */
export const routeTargetSteps: readonly Step[] = [
  ec2("CreateVpc", { CidrBlock: "10.75.0.0/16" }, { save: { farVpc: "Vpc.VpcId" } }),
  ec2(
    "CreateSubnet",
    { VpcId: "{networkVpc}", CidrBlock: "10.70.4.0/24", AvailabilityZone: "eu-west-1a" },
    { save: { routedSubnet: "Subnet.SubnetId" } },
  ),
  ec2("CreateRouteTable", { VpcId: "{networkVpc}" }, { save: { targetTable: "RouteTable.RouteTableId" } }),
  ec2(
    "AllocateAddress",
    { Domain: "vpc" },
    { save: { routedAddress: "AllocationId", routedIp: "PublicIp" } },
  ),
  ec2(
    "CreateNatGateway",
    { SubnetId: "{routedSubnet}", AllocationId: "{routedAddress}" },
    { save: { routedNat: "NatGateway.NatGatewayId" } },
  ),
  ec2(
    "DescribeNatGateways",
    { NatGatewayIds: ["{routedNat}"] },
    {
      until: { at: "NatGateways.0.State", is: "available" },
      save: {
        routedAssociation: "NatGateways.0.NatGatewayAddresses.0.AssociationId",
        routedNatEni: "NatGateways.0.NatGatewayAddresses.0.NetworkInterfaceId",
        routedNatIp: "NatGateways.0.NatGatewayAddresses.0.PrivateIp",
      },
    },
  ),
  ec2(
    "CreateVpcPeeringConnection",
    { VpcId: "{networkVpc}", PeerVpcId: "{farVpc}" },
    { save: { routedPeering: "VpcPeeringConnection.VpcPeeringConnectionId" } },
  ),
  ec2(
    "DescribeVpcPeeringConnections",
    { VpcPeeringConnectionIds: ["{routedPeering}"] },
    { until: { at: "VpcPeeringConnections.0.Status.Code", is: "pending-acceptance" } },
  ),
  ec2("AcceptVpcPeeringConnection", { VpcPeeringConnectionId: "{routedPeering}" }),
  ec2(
    "DescribeVpcPeeringConnections",
    { VpcPeeringConnectionIds: ["{routedPeering}"] },
    { until: { at: "VpcPeeringConnections.0.Status.Code", is: "active" } },
  ),
  ec2("CreateTransitGateway", {}, { save: { routedTgw: "TransitGateway.TransitGatewayId" } }),
  ec2(
    "DescribeTransitGateways",
    { TransitGatewayIds: ["{routedTgw}"] },
    { until: { at: "TransitGateways.0.State", is: "available" } },
  ),
  ec2(
    "CreateTransitGatewayVpcAttachment",
    { TransitGatewayId: "{routedTgw}", VpcId: "{networkVpc}", SubnetIds: ["{routedSubnet}"] },
    { save: { routedAttachment: "TransitGatewayVpcAttachment.TransitGatewayAttachmentId" } },
  ),
  ec2(
    "DescribeTransitGatewayVpcAttachments",
    { TransitGatewayAttachmentIds: ["{routedAttachment}"] },
    { until: { at: "TransitGatewayVpcAttachments.0.State", is: "available" } },
  ),
  ec2(
    "CreateEgressOnlyInternetGateway",
    { VpcId: "{networkVpc}" },
    { save: { routedEigw: "EgressOnlyInternetGateway.EgressOnlyInternetGatewayId" } },
  ),
  ec2(
    "CreateNetworkInterface",
    { SubnetId: "{routedSubnet}", PrivateIpAddress: "10.70.4.50" },
    { save: { routedEni: "NetworkInterface.NetworkInterfaceId" } },
  ),
  ec2(
    "DescribeNetworkInterfaces",
    { NetworkInterfaceIds: ["{routedEni}"] },
    { until: { at: "NetworkInterfaces.0.Status", is: "available" } },
  ),
  ec2(
    "CreateManagedPrefixList",
    {
      PrefixListName: "far",
      AddressFamily: "IPv4",
      MaxEntries: 2,
      Entries: [{ Cidr: "198.51.100.0/24" }],
    },
    { save: { routedList: "PrefixList.PrefixListId" } },
  ),
  ec2(
    "DescribeManagedPrefixLists",
    { PrefixListIds: ["{routedList}"] },
    { until: { at: "PrefixLists.0.State", is: "create-complete" } },
  ),
  route("172.16.0.0/16", { NatGatewayId: "{routedNat}" }),
  route("10.75.0.0/16", { VpcPeeringConnectionId: "{routedPeering}" }),
  route("172.17.0.0/16", { TransitGatewayId: "{routedTgw}" }),
  route("172.18.0.0/16", { NetworkInterfaceId: "{routedEni}" }),
  ec2("CreateRoute", { ...IPV6, EgressOnlyInternetGatewayId: "{routedEigw}" }),
  ec2("CreateRoute", {
    RouteTableId: "{targetTable}",
    DestinationPrefixListId: "{routedList}",
    NatGatewayId: "{routedNat}",
  }),
  readTable,
  ec2("DescribeRouteTables", { Filters: [{ Name: "route.nat-gateway-id", Values: ["{routedNat}"] }] }),
  ec2("DescribeRouteTables", {
    Filters: [{ Name: "route.vpc-peering-connection-id", Values: ["{routedPeering}"] }],
  }),
  ec2("DescribeRouteTables", { Filters: [{ Name: "route.transit-gateway-id", Values: ["{routedTgw}"] }] }),
  ec2("DescribeRouteTables", {
    Filters: [
      { Name: "vpc-id", Values: ["{networkVpc}"] },
      { Name: "route.destination-cidr-block", Values: ["172.17.0.0/16"] },
    ],
  }),
  route("172.17.0.0/16", { NatGatewayId: "{routedNat}" }),
  route("172.19.0.0/16", { VpcPeeringConnectionId: "pcx-0123456789abcdef0" }),
  route("172.19.0.0/16", { TransitGatewayId: "tgw-0123456789abcdef0" }),
  route("172.19.0.0/16", { NetworkInterfaceId: "eni-0123456789abcdef0" }),
  ec2("CreateRoute", { ...IPV6, EgressOnlyInternetGatewayId: "eigw-0123456789abcdef0" }),
  ec2("CreateRoute", {
    RouteTableId: "{targetTable}",
    DestinationPrefixListId: "pl-0123456789abcdef0",
    NatGatewayId: "{routedNat}",
  }),
  replace("172.16.0.0/16", { GatewayId: "{networkIgw}" }),
  replace("10.75.0.0/16", { NatGatewayId: "{routedNat}" }),
  readTable,
  replace("10.75.0.0/16", { VpcPeeringConnectionId: "{routedPeering}" }),
  replace("172.16.0.0/16", { NatGatewayId: "{routedNat}" }),
  replace("172.16.0.0/16", { VpcPeeringConnectionId: "pcx-0123456789abcdef0" }),
  ec2("DeleteRoute", { RouteTableId: "{targetTable}", DestinationPrefixListId: "{routedList}" }),
  ec2("DeleteRoute", IPV6),
  readTable,
  ec2("DeleteNetworkInterface", { NetworkInterfaceId: "{routedEni}" }),
  ec2("DeleteNatGateway", { NatGatewayId: "{routedNat}" }),
  ec2(
    "DescribeNatGateways",
    { NatGatewayIds: ["{routedNat}"] },
    { until: { at: "NatGateways.0.State", is: "deleted" } },
  ),
  ec2("DeleteVpcPeeringConnection", { VpcPeeringConnectionId: "{routedPeering}" }),
  ec2("DeleteTransitGatewayVpcAttachment", { TransitGatewayAttachmentId: "{routedAttachment}" }),
  ec2(
    "DescribeTransitGatewayVpcAttachments",
    { TransitGatewayAttachmentIds: ["{routedAttachment}"] },
    { until: { at: "TransitGatewayVpcAttachments.0.State", is: "deleted" } },
  ),
  readTable,
  ec2("DetachInternetGateway", { InternetGatewayId: "{networkIgw}", VpcId: "{networkVpc}" }),
];
