import type {
  DescribeNetworkAclsCommandInput,
  DescribeNetworkAclsCommandOutput,
  NetworkAcl,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { networkAclIds } from "./network-acl-ids";

/** Network ACLs. */
const networkAclCollection: Collection<NetworkAcl> = {
  ...networkAclIds,
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
    "entry.icmp.code": (acl) => acl.Entries?.map((entry) => entry.IcmpTypeCode?.Code) ?? [],
    "entry.icmp.type": (acl) => acl.Entries?.map((entry) => entry.IcmpTypeCode?.Type) ?? [],
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
