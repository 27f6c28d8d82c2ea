import { ec2, type Step } from "../../step";

const ABSENT_GROUP = "sg-0123456789abcdef0";

/**
 * What AWS refuses and another implementation may let pass, in a VPC that nothing else reads: whatever a side makes here
 * by mistake changes no later answer.
 */
export const refusalSteps: readonly Step[] = [
  ec2("CreateVpc", { CidrBlock: "10.80.0.0/16" }, { save: { scratch: "Vpc.VpcId" } }),
  ec2("CreateVpc", { CidrBlock: "10.81.0.0/16", DryRun: true }),
  ec2(
    "CreateSubnet",
    { VpcId: "{scratch}", CidrBlock: "10.80.0.0/24", AvailabilityZone: "eu-west-1a" },
    { save: { scratchSubnet: "Subnet.SubnetId" } },
  ),
  ec2(
    "CreateSubnet",
    { VpcId: "{scratch}", CidrBlock: "10.80.16.0/20", AvailabilityZone: "eu-west-1b" },
    { save: { gone: "Subnet.SubnetId" } },
  ),
  ec2("DeleteSubnet", { SubnetId: "{gone}" }),
  ec2("DescribeSubnets", { SubnetIds: ["{gone}"] }),
  ec2("DeleteSubnet", { SubnetId: "{gone}" }),
  ec2("CreateSubnet", { VpcId: "{scratch}", CidrBlock: "10.80.7.0/24", DryRun: true }),
  ec2("CreateSubnet", { VpcId: "{scratch}", CidrBlock: "10.80.8.0/30" }),
  ec2("CreateSubnet", { VpcId: "{scratch}", CidrBlock: "10.80.9.0/24", AvailabilityZone: "us-east-1a" }),
  ec2("CreateRouteTable", { VpcId: "{scratch}" }, { save: { scratchTable: "RouteTable.RouteTableId" } }),
  ec2("CreateRouteTable", { VpcId: "{scratch}" }, { save: { rivalTable: "RouteTable.RouteTableId" } }),
  ec2("AssociateRouteTable", { RouteTableId: "{scratchTable}", SubnetId: "{scratchSubnet}" }),
  ec2("AssociateRouteTable", { RouteTableId: "{rivalTable}", SubnetId: "{scratchSubnet}" }),
  ec2("AssociateRouteTable", { RouteTableId: "{publicTable}", SubnetId: "{scratchSubnet}" }),
  ec2("CreateRoute", {
    RouteTableId: "{rivalTable}",
    DestinationCidrBlock: "172.20.0.0/16",
    NatGatewayId: "nat-0123456789abcdef0",
  }),
  ec2("CreateSecurityGroup", { GroupName: "lost", Description: "lost", VpcId: "vpc-0123456789abcdef0" }),
  ec2("CreateSecurityGroup", { GroupName: "sg-named", Description: "reserved", VpcId: "{scratch}" }),
  ec2(
    "CreateSecurityGroup",
    { GroupName: "a", Description: "a", VpcId: "{scratch}" },
    { save: { a: "GroupId" } },
  ),
  ec2(
    "CreateSecurityGroup",
    { GroupName: "b", Description: "b", VpcId: "{scratch}" },
    { save: { b: "GroupId" } },
  ),
  ec2("AuthorizeSecurityGroupIngress", {
    GroupId: "{a}",
    IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "{b}" }] }],
  }),
  ec2("DeleteSecurityGroup", { GroupId: "{b}" }),
  ec2(
    "DescribeSecurityGroups",
    {
      Filters: [
        { Name: "vpc-id", Values: ["{scratch}"] },
        { Name: "group-name", Values: ["default"] },
      ],
    },
    { save: { scratchDefault: "SecurityGroups.0.GroupId" } },
  ),
  ec2("DeleteSecurityGroup", { GroupId: "{scratchDefault}" }),
  ec2(
    "CreateNetworkInterface",
    { SubnetId: "{scratchSubnet}", PrivateIpAddress: "10.80.0.40", Groups: ["{a}"] },
    { save: { scratchEni: "NetworkInterface.NetworkInterfaceId" } },
  ),
  ec2("CreateNetworkInterface", { SubnetId: "{scratchSubnet}", PrivateIpAddress: "10.80.0.40" }),
  ec2("CreateNetworkInterface", { SubnetId: "{scratchSubnet}", PrivateIpAddress: "10.99.0.40" }),
  ec2("CreateNetworkInterface", { SubnetId: "{scratchSubnet}", Groups: [ABSENT_GROUP] }),
  ec2("ModifyNetworkInterfaceAttribute", { NetworkInterfaceId: "{scratchEni}", Groups: [ABSENT_GROUP] }),
  ec2("DeleteSecurityGroup", { GroupId: "{a}" }),
  ec2("DeleteSubnet", { SubnetId: "{scratchSubnet}" }),
  ec2("CreateVpcEndpoint", {
    VpcId: "{scratch}",
    ServiceName: "com.amazonaws.eu-west-1.no-such-service",
    VpcEndpointType: "Interface",
  }),
  ec2("CreateTags", { Resources: ["{scratch}"], Tags: [{ Key: "aws:mine", Value: "no" }] }),
  ec2("CreateNetworkAcl", { VpcId: "{scratch}" }, { save: { scratchAcl: "NetworkAcl.NetworkAclId" } }),
  ec2(
    "DescribeNetworkAcls",
    { Filters: [{ Name: "association.subnet-id", Values: ["{scratchSubnet}"] }] },
    { save: { scratchAssociation: "NetworkAcls.0.Associations.0.NetworkAclAssociationId" } },
  ),
  ec2(
    "ReplaceNetworkAclAssociation",
    { AssociationId: "{scratchAssociation}", NetworkAclId: "{scratchAcl}" },
    { save: { newAssociation: "NewAssociationId" } },
  ),
  ec2("ReplaceNetworkAclAssociation", {
    AssociationId: "aclassoc-0123456789abcdef0",
    NetworkAclId: "{scratchAcl}",
  }),
  ec2("ReplaceNetworkAclAssociation", {
    AssociationId: "{newAssociation}",
    NetworkAclId: "acl-0123456789abcdef0",
  }),
  ec2("DescribeNetworkAcls", { NetworkAclIds: ["{scratchAcl}"] }),
  ec2("CreateNetworkAclEntry", {
    NetworkAclId: "{scratchAcl}",
    RuleNumber: 40_000,
    Protocol: "-1",
    RuleAction: "allow",
    Egress: true,
    CidrBlock: "0.0.0.0/0",
  }),
  ec2("DeleteNetworkAcl", { NetworkAclId: "{scratchAcl}" }),
  ec2("DeleteVpc", { VpcId: "{scratch}" }),
];
