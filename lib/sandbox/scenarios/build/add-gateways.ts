import type { NetworkInterface, RouteTable } from "@aws-sdk/client-ec2";
import { addInterface } from "./add-interface";
import { addRoute } from "./add-route-table";
import type { BuiltSubnet } from "./add-subnet";
import type { BuiltVpc } from "./add-vpc";
import { type Builder, idOf, MADE_AT, named } from "./builder";

/** Makes an internet gateway on a VPC. Returns its id. */
export function addInternetGateway(builder: Builder, vpc: BuiltVpc, name: string): string {
  const { regionWorld, ids } = builder;
  const id = ids.id("igw");
  regionWorld.internetGateways.push({
    InternetGatewayId: id,
    OwnerId: regionWorld.accountId,
    // EC2 answers `available` here, as the recordings show; the SDK's enum has the states of other attachments.
    Attachments: [{ State: "available" as string as "attached", VpcId: vpc.vpcId }],
    Tags: named(name),
  });
  return id;
}

/** Makes an egress-only internet gateway on a VPC. Returns its id. */
export function addEgressOnlyInternetGateway(
  { regionWorld, ids }: Builder,
  vpc: BuiltVpc,
  name: string,
): string {
  const id = ids.id("eigw");
  regionWorld.egressOnlyInternetGateways.push({
    EgressOnlyInternetGatewayId: id,
    Attachments: [{ State: "attached", VpcId: vpc.vpcId }],
    Tags: named(name),
  });
  return id;
}

/** Makes a public NAT gateway with an Elastic IP address. Returns its id. */
export function addNatGateway(
  builder: Builder,
  subnet: BuiltSubnet,
  { name, publicIp }: { name?: string; publicIp: string },
): string {
  const { regionWorld, ids } = builder;
  const natGatewayId = ids.id("nat");
  const association = { publicIp, allocationId: ids.id("eipalloc"), associationId: ids.id("eipassoc") };
  const networkInterface = addInterface(builder, {
    subnet,
    groups: [],
    type: "nat_gateway",
    description: `Interface for NAT Gateway ${natGatewayId}`,
    requesterId: regionWorld.accountId,
    association,
  });
  const { allocationId, associationId } = association;
  addAddress(builder, networkInterface, { ...(name === undefined ? {} : { name }), ...association });
  regionWorld.natGateways.push({
    NatGatewayId: natGatewayId,
    ConnectivityType: "public",
    CreateTime: MADE_AT,
    SubnetId: subnet.subnetId,
    VpcId: subnet.vpcId,
    State: "available",
    NatGatewayAddresses: [
      {
        AllocationId: allocationId,
        AssociationId: associationId,
        IsPrimary: true,
        NetworkInterfaceId: networkInterface.NetworkInterfaceId,
        PrivateIp: networkInterface.PrivateIpAddress,
        PublicIp: publicIp,
        Status: "succeeded",
      },
    ],
    Tags: named(name),
  });
  return natGatewayId;
}

function addAddress(
  builder: Builder,
  networkInterface: NetworkInterface,
  address: { name?: string; publicIp: string; allocationId: string; associationId: string },
): void {
  const { regionWorld } = builder;
  regionWorld.addresses.push({
    AllocationId: address.allocationId,
    AssociationId: address.associationId,
    Domain: "vpc",
    NetworkBorderGroup: regionWorld.region,
    NetworkInterfaceId: networkInterface.NetworkInterfaceId,
    NetworkInterfaceOwnerId: regionWorld.accountId,
    PrivateIpAddress: networkInterface.PrivateIpAddress,
    PublicIp: address.publicIp,
    PublicIpv4Pool: "amazon",
    Tags: named(address.name),
  });
}

/** Peers two VPCs. Returns the connection's id; routes are added on their own, as on AWS. */
export function addPeering(builder: Builder, requester: BuiltVpc, accepter: BuiltVpc, name: string): string {
  const { regionWorld, ids } = builder;
  const id = ids.id("pcx");
  const side = (vpc: BuiltVpc) => ({
    CidrBlock: vpc.cidr,
    CidrBlockSet: [{ CidrBlock: vpc.cidr }],
    OwnerId: regionWorld.accountId,
    PeeringOptions: {
      AllowDnsResolutionFromRemoteVpc: true,
      AllowEgressFromLocalClassicLinkToRemoteVpc: false,
      AllowEgressFromLocalVpcToRemoteClassicLink: false,
    },
    Region: regionWorld.region,
    VpcId: vpc.vpcId,
  });
  regionWorld.vpcPeeringConnections.push({
    VpcPeeringConnectionId: id,
    RequesterVpcInfo: side(requester),
    AccepterVpcInfo: side(accepter),
    Status: { Code: "active", Message: "Active" },
    Tags: named(name),
  });
  return id;
}

/** Makes the ways to the internet of a VPC's public subnets. */
export function routeToInternet(table: RouteTable, gatewayId: string | undefined): void {
  addRoute(table, "0.0.0.0/0", { GatewayId: idOf(gatewayId) });
}
