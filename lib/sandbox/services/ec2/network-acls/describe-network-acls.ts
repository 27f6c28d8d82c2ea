import type {
  DescribeNetworkAclsCommandInput,
  DescribeNetworkAclsCommandOutput,
  NetworkAcl,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** Network ACLs. */
export const networkAclCollection: Collection<NetworkAcl> = {
  prefix: "acl",
  notFoundCode: "InvalidNetworkAclID.NotFound",
  notFoundMessage: "The network acl ID '{id}' does not exist",
  malformedCode: "InvalidNetworkAclID.Malformed",
  list: ({ regionWorld }) => regionWorld.networkAcls,
  idOf: (acl) => acl.NetworkAclId,
  tagsOf: (acl) => acl.Tags,
  filters: {
    "association.association-id": (acl) =>
      acl.Associations?.map((item) => item.NetworkAclAssociationId) ?? [],
    "association.network-acl-id": (acl) => acl.Associations?.map((item) => item.NetworkAclId) ?? [],
    "association.subnet-id": (acl) => acl.Associations?.map((item) => item.SubnetId) ?? [],
    default: (acl) => acl.IsDefault,
    "entry.cidr": (acl) => acl.Entries?.map((entry) => entry.CidrBlock) ?? [],
    "entry.egress": (acl) => acl.Entries?.map((entry) => entry.Egress) ?? [],
    "entry.ipv6-cidr": (acl) => acl.Entries?.map((entry) => entry.Ipv6CidrBlock) ?? [],
    "entry.port-range.from": (acl) => acl.Entries?.map((entry) => entry.PortRange?.From) ?? [],
    "entry.port-range.to": (acl) => acl.Entries?.map((entry) => entry.PortRange?.To) ?? [],
    "entry.protocol": (acl) => acl.Entries?.map((entry) => entry.Protocol) ?? [],
    "entry.rule-action": (acl) => acl.Entries?.map((entry) => entry.RuleAction) ?? [],
    "entry.rule-number": (acl) => acl.Entries?.map((entry) => entry.RuleNumber) ?? [],
    "network-acl-id": (acl) => acl.NetworkAclId,
    "owner-id": (acl) => acl.OwnerId,
    "vpc-id": (acl) => acl.VpcId,
  },
};

export const describeNetworkAcls: Handler<
  DescribeNetworkAclsCommandInput,
  Answer<DescribeNetworkAclsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, networkAclCollection, {
    ids: input.NetworkAclIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { NetworkAcls: items, ...page };
};
