import type { AvailabilityZone, Subnet, SubnetIpv6CidrBlockAssociation, Tag, Vpc } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import type { Place } from "../routes/make-route-table";

export interface SubnetSpec {
  /** A subnet for IPv6 only has none. */
  cidr?: string;
  ipv6Cidr?: string;
  zone: AvailabilityZone;
  isDefault?: boolean;
  mapPublicIpOnLaunch?: boolean;
  tags: Tag[];
}

/** A subnet's association with an IPv6 block, in use at once. */
export function ipv6Association({ ids }: Place, cidr: string): SubnetIpv6CidrBlockAssociation {
  return {
    AssociationId: ids.id("subnet-cidr-assoc"),
    Ipv6CidrBlock: cidr,
    Ipv6CidrBlockState: { State: "associated" },
    Ipv6AddressAttribute: "public",
    IpSource: "amazon",
  };
}

/** Makes a subnet, under the VPC's default network ACL and its main route table. */
export function makeSubnet(place: Place, vpc: Vpc, spec: SubnetSpec): Subnet {
  const { regionWorld, ids } = place;
  const subnetId = ids.id("subnet");
  const isIpv6Only = spec.cidr === undefined;
  const subnet: Subnet = {
    SubnetId: subnetId,
    SubnetArn: `arn:aws:ec2:${regionWorld.region}:${regionWorld.accountId}:subnet/${subnetId}`,
    VpcId: vpc.VpcId,
    ...(spec.cidr === undefined ? {} : { CidrBlock: spec.cidr }),
    AvailabilityZone: spec.zone.ZoneName,
    AvailabilityZoneId: spec.zone.ZoneId,
    AssignIpv6AddressOnCreation: isIpv6Only,
    DefaultForAz: spec.isDefault ?? false,
    EnableDns64: false,
    Ipv6CidrBlockAssociationSet: spec.ipv6Cidr === undefined ? [] : [ipv6Association(place, spec.ipv6Cidr)],
    Ipv6Native: isIpv6Only,
    MapCustomerOwnedIpOnLaunch: false,
    MapPublicIpOnLaunch: spec.mapPublicIpOnLaunch ?? false,
    OwnerId: regionWorld.accountId,
    PrivateDnsNameOptionsOnLaunch: {
      // "For IPv6 only subnets, an instance DNS name must be based on the instance ID" (EC2 API reference).
      HostnameType: isIpv6Only ? "resource-name" : "ip-name",
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    State: "available",
    Tags: spec.tags,
  };
  regionWorld.subnets.push(subnet);
  addToDefaultNetworkAcl(regionWorld, vpc, { subnetId, associationId: ids.id("aclassoc") });
  return subnet;
}

function addToDefaultNetworkAcl(
  regionWorld: RegionWorld,
  vpc: Vpc,
  { subnetId, associationId }: { subnetId: string; associationId: string },
): void {
  const acl = regionWorld.networkAcls.find(
    (candidate) => candidate.VpcId === vpc.VpcId && candidate.IsDefault === true,
  );
  if (acl === undefined) throw new Error(`VPC ${vpc.VpcId ?? ""} has no default network ACL.`);
  acl.Associations = [
    ...(acl.Associations ?? []),
    { NetworkAclAssociationId: associationId, NetworkAclId: acl.NetworkAclId, SubnetId: subnetId },
  ];
}
