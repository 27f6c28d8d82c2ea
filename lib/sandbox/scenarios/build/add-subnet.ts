import type { NetworkAcl, RouteTable, Subnet } from "@aws-sdk/client-ec2";
import type { BuiltVpc } from "./add-vpc";
import { type Builder, named } from "./builder";

export interface BuiltSubnet {
  subnetId: string;
  name: string;
  cidr: string;
  zone: string;
  vpcId: string;
}

/** Makes a subnet in the zone with this letter, under the VPC's default network ACL and its main route table. */
export function addSubnet(
  builder: Builder,
  vpc: BuiltVpc,
  {
    name,
    cidr,
    zone: letter,
    isPublic = false,
  }: { name: string; cidr: string; zone: string; isPublic?: boolean },
): BuiltSubnet {
  const { regionWorld, ids } = builder;
  const zone = `${regionWorld.region}${letter}`;
  const subnetId = ids.id("subnet");
  const zoneId = regionWorld.availabilityZones.find((candidate) => candidate.ZoneName === zone)?.ZoneId;
  const subnet: Subnet = {
    SubnetId: subnetId,
    SubnetArn: `arn:aws:ec2:${regionWorld.region}:${regionWorld.accountId}:subnet/${subnetId}`,
    VpcId: vpc.vpcId,
    CidrBlock: cidr,
    AvailabilityZone: zone,
    ...(zoneId === undefined ? {} : { AvailabilityZoneId: zoneId }),
    AssignIpv6AddressOnCreation: false,
    DefaultForAz: false,
    EnableDns64: false,
    Ipv6CidrBlockAssociationSet: [],
    Ipv6Native: false,
    MapCustomerOwnedIpOnLaunch: false,
    MapPublicIpOnLaunch: isPublic,
    OwnerId: regionWorld.accountId,
    PrivateDnsNameOptionsOnLaunch: {
      HostnameType: "ip-name",
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    State: "available",
    Tags: named(name),
  };
  regionWorld.subnets.push(subnet);
  associateNetworkAcl(builder, vpc.defaultNetworkAcl, subnetId);
  return { subnetId, name, cidr, zone, vpcId: vpc.vpcId };
}

/** Puts a subnet under a network ACL, out of the one that it was under. */
export function associateNetworkAcl(builder: Builder, networkAcl: NetworkAcl, subnetId: string): void {
  for (const acl of builder.regionWorld.networkAcls) {
    acl.Associations = (acl.Associations ?? []).filter((association) => association.SubnetId !== subnetId);
  }
  networkAcl.Associations = [
    ...(networkAcl.Associations ?? []),
    {
      NetworkAclAssociationId: builder.ids.id("aclassoc"),
      NetworkAclId: networkAcl.NetworkAclId,
      SubnetId: subnetId,
    },
  ];
}

/** Gives a subnet a route table of its own instead of the VPC's main one. */
export function associateRouteTable(builder: Builder, routeTable: RouteTable, subnetId: string): void {
  routeTable.Associations = [
    ...(routeTable.Associations ?? []),
    {
      Main: false,
      RouteTableAssociationId: builder.ids.id("rtbassoc"),
      RouteTableId: routeTable.RouteTableId,
      SubnetId: subnetId,
      AssociationState: { State: "associated" },
    },
  ];
}
