import type { DescribeSubnetsCommandInput, DescribeSubnetsCommandOutput, Subnet } from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { countUsedAddresses, withFreeAddresses } from "./free-addresses";

/** Subnets, with their free addresses counted. */
export const subnetCollection: Collection<Subnet> = {
  prefix: "subnet",
  notFoundCode: "InvalidSubnetID.NotFound",
  notFoundMessage: "The subnet ID '{id}' does not exist",
  malformedCode: "InvalidSubnetID.Malformed",
  list: ({ world, regionWorld }) => {
    const used = countUsedAddresses(regionWorld);
    return regionWorld.subnets.map((subnet) => withFreeAddresses(world, used, subnet));
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
    "default-for-az": (subnet) => subnet.DefaultForAz,
    defaultForAz: (subnet) => subnet.DefaultForAz,
    "ipv6-native": (subnet) => subnet.Ipv6Native,
    "ipv6-cidr-block-association.ipv6-cidr-block": (subnet) =>
      subnet.Ipv6CidrBlockAssociationSet?.map((set) => set.Ipv6CidrBlock) ?? [],
    "map-public-ip-on-launch": (subnet) => subnet.MapPublicIpOnLaunch,
    "outpost-arn": (subnet) => subnet.OutpostArn,
    "owner-id": (subnet) => subnet.OwnerId,
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
