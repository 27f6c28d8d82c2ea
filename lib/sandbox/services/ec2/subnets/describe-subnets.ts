import type { DescribeSubnetsCommandInput, DescribeSubnetsCommandOutput, Subnet } from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { blockPublicAccessReader } from "../account/block-public-access/effective-mode";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { countUsedAddresses, withFreeAddresses } from "./free-addresses";

/** Subnets, with their free addresses counted and the mode in which public access to them is blocked. */
export const subnetCollection: Collection<Subnet> = {
  prefix: "subnet",
  notFoundCode: "InvalidSubnetID.NotFound",
  notFoundMessage: "The subnet ID '{id}' does not exist",
  malformedCode: "InvalidSubnetID.Malformed",
  list: ({ world, regionWorld }) => {
    const used = countUsedAddresses(regionWorld);
    const statesOf = blockPublicAccessReader(regionWorld);
    return regionWorld.subnets.map((subnet) => ({
      ...withFreeAddresses(world, used, subnet),
      BlockPublicAccessStates: statesOf([subnet.SubnetId, subnet.VpcId]),
    }));
  },
  idOf: (subnet) => subnet.SubnetId,
  tagsOf: (subnet) => subnet.Tags,
  filters: {
    "availability-zone": (subnet) => subnet.AvailabilityZone,
    availabilityZone: (subnet) => subnet.AvailabilityZone,
    "availability-zone-id": (subnet) => subnet.AvailabilityZoneId,
    availabilityZoneId: (subnet) => subnet.AvailabilityZoneId,
    "available-ip-address-count": (subnet) => subnet.AvailableIpAddressCount,
    cidr: (subnet) => subnet.CidrBlock,
    cidrBlock: (subnet) => subnet.CidrBlock,
    "cidr-block": (subnet) => subnet.CidrBlock,
    "customer-owned-ipv4-pool": (subnet) => subnet.CustomerOwnedIpv4Pool,
    "default-for-az": (subnet) => subnet.DefaultForAz,
    defaultForAz: (subnet) => subnet.DefaultForAz,
    "enable-dns64": (subnet) => subnet.EnableDns64,
    "enable-lni-at-device-index": (subnet) => subnet.EnableLniAtDeviceIndex,
    "ipv6-native": (subnet) => subnet.Ipv6Native,
    "ipv6-cidr-block-association.ipv6-cidr-block": (subnet) =>
      subnet.Ipv6CidrBlockAssociationSet?.map((set) => set.Ipv6CidrBlock) ?? [],
    "ipv6-cidr-block-association.association-id": (subnet) =>
      subnet.Ipv6CidrBlockAssociationSet?.map((set) => set.AssociationId) ?? [],
    "ipv6-cidr-block-association.state": (subnet) =>
      subnet.Ipv6CidrBlockAssociationSet?.map((set) => set.Ipv6CidrBlockState?.State) ?? [],
    "map-customer-owned-ip-on-launch": (subnet) => subnet.MapCustomerOwnedIpOnLaunch,
    "map-public-ip-on-launch": (subnet) => subnet.MapPublicIpOnLaunch,
    "outpost-arn": (subnet) => subnet.OutpostArn,
    "owner-id": (subnet) => subnet.OwnerId,
    "private-dns-name-options-on-launch.hostname-type": (subnet) =>
      subnet.PrivateDnsNameOptionsOnLaunch?.HostnameType,
    "private-dns-name-options-on-launch.enable-resource-name-dns-a-record": (subnet) =>
      subnet.PrivateDnsNameOptionsOnLaunch?.EnableResourceNameDnsARecord,
    "private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record": (subnet) =>
      subnet.PrivateDnsNameOptionsOnLaunch?.EnableResourceNameDnsAAAARecord,
    state: (subnet) => subnet.State,
    "subnet-arn": (subnet) => subnet.SubnetArn,
    "subnet-id": (subnet) => subnet.SubnetId,
    "vpc-id": (subnet) => subnet.VpcId,
  },
};

export const describeSubnets: Handler<DescribeSubnetsCommandInput, Answer<DescribeSubnetsCommandOutput>> = (
  context,
  input,
) => {
  const { items, ...page } = describeCollection(context, subnetCollection, {
    ids: input.SubnetIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { Subnets: items, ...page };
};
