import { ec2, type Step } from "../../step";

const inScript = { Name: "tag:Script", Values: ["parity"] };

/** Two VPCs that later steps use, their attributes, further CIDR blocks, filters, pages and errors. */
export const vpcSteps: readonly Step[] = [
  ec2(
    "CreateVpc",
    {
      CidrBlock: "10.1.0.0/16",
      TagSpecifications: [
        {
          ResourceType: "vpc",
          Tags: [
            { Key: "Name", Value: "main" },
            { Key: "Script", Value: "parity" },
          ],
        },
      ],
    },
    { save: { vpc: "Vpc.VpcId" } },
  ),
  ec2("DescribeVpcs", { VpcIds: ["{vpc}"] }),
  ec2(
    "CreateVpc",
    { CidrBlock: "10.2.0.0/20", InstanceTenancy: "default" },
    { save: { other: "Vpc.VpcId" } },
  ),
  ec2("DescribeVpcs", { VpcIds: ["{other}", "{vpc}"] }),
  ec2("CreateVpc", { CidrBlock: "10.3.0.0/15" }),
  ec2("CreateVpc", { CidrBlock: "10.3.0.0/29" }),
  ec2("CreateVpc", { CidrBlock: "10.3.0/16" }),
  ec2("CreateVpc", { CidrBlock: "ten dot three" }),
  ec2("DescribeVpcs", { VpcIds: ["vpc-0123456789abcdef0"] }),
  ec2("DescribeVpcs", { VpcIds: ["{vpc}", "vpc-0123456789abcdef0"] }),
  ec2("DescribeVpcs", { Filters: [inScript] }),
  ec2("DescribeVpcs", { Filters: [{ Name: "cidr", Values: ["10.1.0.0/16"] }] }),
  ec2("DescribeVpcs", { Filters: [{ Name: "cidr", Values: ["10.?.0.0/*"] }] }),
  ec2("DescribeVpcs", { Filters: [{ Name: "vpc-id", Values: ["{vpc}", "{other}"] }] }),
  ec2("DescribeVpcs", {
    Filters: [
      { Name: "vpc-id", Values: ["{vpc}", "{other}"] },
      { Name: "tag:Name", Values: ["main", "absent"] },
    ],
  }),
  ec2("DescribeVpcs", {
    Filters: [
      { Name: "tag-key", Values: ["Script"] },
      { Name: "isDefault", Values: ["false"] },
    ],
  }),
  ec2("DescribeVpcs", { Filters: [{ Name: "tag:Name", Values: ["nothing-has-this"] }] }),
  ec2("DescribeVpcs", { Filters: [{ Name: "state", Values: ["available"] }, inScript] }),
  ec2("DescribeVpcs", { Filters: [{ Name: "no-such-filter", Values: ["x"] }] }),
  ec2("DescribeVpcAttribute", { VpcId: "{vpc}", Attribute: "enableDnsSupport" }),
  ec2("DescribeVpcAttribute", { VpcId: "{vpc}", Attribute: "enableDnsHostnames" }),
  ec2("ModifyVpcAttribute", { VpcId: "{vpc}", EnableDnsHostnames: { Value: true } }),
  ec2("DescribeVpcAttribute", { VpcId: "{vpc}", Attribute: "enableDnsHostnames" }),
  ec2("ModifyVpcAttribute", { VpcId: "{vpc}", EnableDnsSupport: { Value: false } }),
  ec2("DescribeVpcAttribute", { VpcId: "{vpc}", Attribute: "enableDnsSupport" }),
  ec2("ModifyVpcAttribute", { VpcId: "{vpc}", EnableDnsSupport: { Value: true } }),
  ec2("ModifyVpcAttribute", { VpcId: "vpc-0123456789abcdef0", EnableDnsSupport: { Value: true } }),
  ec2("DescribeVpcAttribute", { VpcId: "vpc-0123456789abcdef0", Attribute: "enableDnsSupport" }),
  ec2(
    "AssociateVpcCidrBlock",
    { VpcId: "{other}", CidrBlock: "10.2.64.0/20" },
    { save: { cidrAssociation: "CidrBlockAssociation.AssociationId" } },
  ),
  ec2(
    "DescribeVpcs",
    { VpcIds: ["{other}"] },
    { until: { at: "Vpcs.0.CidrBlockAssociationSet.1.CidrBlockState.State", is: "associated" } },
  ),
  ec2("DescribeVpcs", {
    Filters: [{ Name: "cidr-block-association.cidr-block", Values: ["10.2.64.0/20"] }],
  }),
  ec2("DisassociateVpcCidrBlock", { AssociationId: "{cidrAssociation}" }),
  ec2("DisassociateVpcCidrBlock", { AssociationId: "vpc-cidr-assoc-0123456789abcdef0" }),
  ec2("AssociateVpcCidrBlock", { VpcId: "vpc-0123456789abcdef0", CidrBlock: "10.2.64.0/20" }),
  ec2(
    "CreateDhcpOptions",
    {
      DhcpConfigurations: [
        { Key: "domain-name", Values: ["parity.example"] },
        { Key: "domain-name-servers", Values: ["10.1.0.10", "10.1.0.11"] },
      ],
    },
    { save: { dopt: "DhcpOptions.DhcpOptionsId" } },
  ),
  ec2("AssociateDhcpOptions", { DhcpOptionsId: "{dopt}", VpcId: "{vpc}" }),
  ec2("AssociateDhcpOptions", { DhcpOptionsId: "dopt-0123456789abcdef0", VpcId: "{vpc}" }),
  ec2("AssociateDhcpOptions", { DhcpOptionsId: "{dopt}", VpcId: "vpc-0123456789abcdef0" }),
  ec2("DescribeDhcpOptions", { DhcpOptionsIds: ["{dopt}"] }),
  ec2("DescribeDhcpOptions", { DhcpOptionsIds: ["dopt-0123456789abcdef0"] }),
  ec2("DescribeDhcpOptions", { Filters: [{ Name: "value", Values: ["parity.example"] }] }),
  ec2("DescribeVpcs", { Filters: [{ Name: "dhcp-options-id", Values: ["{dopt}"] }, inScript] }),
  ec2("DeleteVpc", { VpcId: "vpc-0123456789abcdef0" }),
];
