import type { NetworkAcl, RouteTable } from "@aws-sdk/client-ec2";
import { makeSubnet } from "../../services/ec2/subnets/make-subnet";
import type { BuiltVpc } from "./add-vpc";
import { type Builder, idOf, named } from "./builder";

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
    ipv6Cidr,
  }: { name: string; cidr: string; zone: string; isPublic?: boolean; ipv6Cidr?: string },
): BuiltSubnet {
  const { regionWorld } = builder;
  const zoneName = `${regionWorld.region}${letter}`;
  const zone = regionWorld.availabilityZones.find((candidate) => candidate.ZoneName === zoneName);
  const home = regionWorld.vpcs.find((candidate) => candidate.VpcId === vpc.vpcId);
  if (zone === undefined || home === undefined) throw new Error(`No place for ${name}.`);
  const subnet = makeSubnet(builder, home, {
    cidr,
    ...(ipv6Cidr !== undefined && { ipv6Cidr }),
    zone,
    mapPublicIpOnLaunch: isPublic,
    tags: named(name),
  });
  return { subnetId: idOf(subnet.SubnetId), name, cidr, zone: zoneName, vpcId: vpc.vpcId };
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
