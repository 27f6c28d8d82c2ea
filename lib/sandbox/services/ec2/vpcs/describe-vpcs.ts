import type { DescribeVpcsCommandInput, DescribeVpcsCommandOutput, Vpc } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { blockPublicAccessReader } from "../account/block-public-access/effective-mode";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** VPCs, with the mode in which public access to them is blocked. */
export const vpcCollection: Collection<Vpc> = {
  prefix: "vpc",
  notFoundCode: "InvalidVpcID.NotFound",
  notFoundMessage: "The vpc ID '{id}' does not exist",
  malformedCode: "InvalidVpcID.Malformed",
  list: ({ regionWorld }) => {
    const statesOf = blockPublicAccessReader(regionWorld);
    return regionWorld.vpcs.map((vpc) => ({ ...vpc, BlockPublicAccessStates: statesOf([vpc.VpcId]) }));
  },
  idOf: (vpc) => vpc.VpcId,
  tagsOf: (vpc) => vpc.Tags,
  // As recorded in boto/boto3 issue 2673, where an empty token was given.
  refuseToken: (token) =>
    new AwsError(
      "InvalidParameterValue",
      `Value ( ${token} ) for parameter NextToken is invalid. The token is invalid.`,
    ),
  filters: {
    cidr: (vpc) => vpc.CidrBlock,
    "cidr-block": (vpc) => vpc.CidrBlock,
    cidrBlock: (vpc) => vpc.CidrBlock,
    "cidr-block-association.association-id": (vpc) =>
      vpc.CidrBlockAssociationSet?.map((set) => set.AssociationId) ?? [],
    "cidr-block-association.cidr-block": (vpc) =>
      vpc.CidrBlockAssociationSet?.map((set) => set.CidrBlock) ?? [],
    "cidr-block-association.state": (vpc) =>
      vpc.CidrBlockAssociationSet?.map((set) => set.CidrBlockState?.State) ?? [],
    "dhcp-options-id": (vpc) => vpc.DhcpOptionsId,
    "ipv6-cidr-block-association.ipv6-cidr-block": (vpc) =>
      vpc.Ipv6CidrBlockAssociationSet?.map((set) => set.Ipv6CidrBlock) ?? [],
    "ipv6-cidr-block-association.association-id": (vpc) =>
      vpc.Ipv6CidrBlockAssociationSet?.map((set) => set.AssociationId) ?? [],
    "ipv6-cidr-block-association.ipv6-pool": (vpc) =>
      vpc.Ipv6CidrBlockAssociationSet?.map((set) => set.Ipv6Pool) ?? [],
    "ipv6-cidr-block-association.state": (vpc) =>
      vpc.Ipv6CidrBlockAssociationSet?.map((set) => set.Ipv6CidrBlockState?.State) ?? [],
    "is-default": (vpc) => vpc.IsDefault,
    isDefault: (vpc) => vpc.IsDefault,
    "owner-id": (vpc) => vpc.OwnerId,
    state: (vpc) => vpc.State,
    "vpc-id": (vpc) => vpc.VpcId,
  },
};

export const describeVpcs: Handler<DescribeVpcsCommandInput, Answer<DescribeVpcsCommandOutput>> = (
  context,
  input,
) => {
  const { items, ...page } = describeCollection(context, vpcCollection, {
    ids: input.VpcIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { Vpcs: items, ...page };
};
