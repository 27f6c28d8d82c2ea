import { ec2, type Step } from "../../step";

const ofMain = { Name: "vpc-id", Values: ["{vpc}"] };
const ABSENT = "acl-0123456789abcdef0";
const allow = { NetworkAclId: "{acl}", RuleAction: "allow", CidrBlock: "0.0.0.0/0" } as const;

/** Network ACLs and their entries. */
export const networkAclSteps: readonly Step[] = [
  ec2(
    "DescribeNetworkAcls",
    { Filters: [ofMain, { Name: "default", Values: ["true"] }] },
    { save: { defaultAcl: "NetworkAcls.0.NetworkAclId" } },
  ),
  ec2(
    "CreateNetworkAcl",
    {
      VpcId: "{vpc}",
      TagSpecifications: [{ ResourceType: "network-acl", Tags: [{ Key: "Name", Value: "strict" }] }],
    },
    { save: { acl: "NetworkAcl.NetworkAclId" } },
  ),
  ec2("CreateNetworkAcl", { VpcId: "vpc-0123456789abcdef0" }),
  ec2("DescribeNetworkAcls", { NetworkAclIds: ["{acl}"] }),
  ec2("DescribeNetworkAcls", { NetworkAclIds: [ABSENT] }),
  ec2("CreateNetworkAclEntry", {
    ...allow,
    RuleNumber: 100,
    Protocol: "6",
    Egress: false,
    PortRange: { From: 443, To: 443 },
  }),
  ec2("CreateNetworkAclEntry", { ...allow, RuleNumber: 100, Protocol: "-1", Egress: true }),
  ec2("CreateNetworkAclEntry", {
    ...allow,
    RuleNumber: 110,
    Protocol: "1",
    Egress: false,
    IcmpTypeCode: { Type: 8, Code: -1 },
  }),
  ec2("CreateNetworkAclEntry", {
    NetworkAclId: "{acl}",
    RuleNumber: 120,
    Protocol: "17",
    RuleAction: "deny",
    Egress: true,
    Ipv6CidrBlock: "2001:db8::/32",
    PortRange: { From: 53, To: 53 },
  }),
  ec2("CreateNetworkAclEntry", { ...allow, RuleNumber: 100, Protocol: "-1", Egress: true }),
  ec2("CreateNetworkAclEntry", {
    ...allow,
    NetworkAclId: ABSENT,
    RuleNumber: 100,
    Protocol: "-1",
    Egress: true,
  }),
  ec2("DescribeNetworkAcls", { NetworkAclIds: ["{acl}"] }),
  ec2("DescribeNetworkAcls", { Filters: [ofMain] }),
  ec2("DescribeNetworkAcls", { Filters: [ofMain, { Name: "default", Values: ["false"] }] }),
  ec2("DescribeNetworkAcls", { Filters: [{ Name: "association.subnet-id", Values: ["{elsewhere}"] }] }),
  ec2("DescribeNetworkAcls", { Filters: [{ Name: "network-acl-id", Values: ["{acl}"] }] }),
  ec2("DescribeNetworkAcls", { Filters: [ofMain, { Name: "tag:Name", Values: ["strict"] }] }),
  ec2("DescribeNetworkAcls", { Filters: [{ Name: "no-such-filter", Values: ["x"] }] }),
  ec2("ReplaceNetworkAclEntry", {
    ...allow,
    RuleAction: "deny",
    RuleNumber: 100,
    Protocol: "6",
    Egress: false,
    PortRange: { From: 22, To: 22 },
  }),
  ec2("ReplaceNetworkAclEntry", { ...allow, RuleNumber: 999, Protocol: "-1", Egress: false }),
  ec2("DeleteNetworkAclEntry", { NetworkAclId: "{acl}", RuleNumber: 110, Egress: false }),
  ec2("DeleteNetworkAclEntry", { NetworkAclId: "{acl}", RuleNumber: 998, Egress: false }),
  ec2("DeleteNetworkAclEntry", { NetworkAclId: ABSENT, RuleNumber: 100, Egress: false }),
  ec2("DescribeNetworkAcls", { NetworkAclIds: ["{acl}"] }),
  ec2("DeleteNetworkAcl", { NetworkAclId: ABSENT }),
  ec2("DeleteNetworkAcl", { NetworkAclId: "{acl}" }),
  ec2("DescribeNetworkAcls", { NetworkAclIds: ["{acl}"] }),
];
