import { ec2, type Step } from "../../step";

const ABSENT = "vpce-0123456789abcdef0";
const S3 = "com.amazonaws.eu-west-1.s3";
const QUEUES = "com.amazonaws.eu-west-1.sqs";
const named = (name: string) => ({
  TagSpecifications: [{ ResourceType: "vpc-endpoint" as const, Tags: [{ Key: "Name", Value: name }] }],
});
const inside = (CidrBlock: string, AvailabilityZone: string, name: string) =>
  ec2(
    "CreateSubnet",
    { VpcId: "{networkVpc}", CidrBlock, AvailabilityZone },
    { save: { [name]: "Subnet.SubnetId" } },
  );
const table = (name: string) =>
  ec2("CreateRouteTable", { VpcId: "{networkVpc}" }, { save: { [name]: "RouteTable.RouteTableId" } });
const group = (name: string) =>
  ec2(
    "CreateSecurityGroup",
    { GroupName: name, Description: name, VpcId: "{networkVpc}" },
    { save: { [name]: "GroupId" } },
  );
const isAvailable = { until: { at: "VpcEndpoints.0.State", is: "available" } };
const read = (id: string) => ec2("DescribeVpcEndpoints", { VpcEndpointIds: [id] }, isAvailable);
const find = (Name: string, ...Values: string[]) =>
  ec2("DescribeVpcEndpoints", {
    Filters: [
      { Name: "vpc-id", Values: ["{networkVpc}"] },
      { Name, Values },
    ],
  });

/** Gateway and interface endpoints in a VPC of their own: made, found, changed, refused, deleted. */
export const endpointSteps: readonly Step[] = [
  ec2("CreateVpc", { CidrBlock: "10.70.0.0/16" }, { save: { networkVpc: "Vpc.VpcId" } }),
  ec2("ModifyVpcAttribute", { VpcId: "{networkVpc}", EnableDnsHostnames: { Value: true } }),
  ec2(
    "DescribeSecurityGroups",
    {
      Filters: [
        { Name: "vpc-id", Values: ["{networkVpc}"] },
        { Name: "group-name", Values: ["default"] },
      ],
    },
    { save: { networkDefault: "SecurityGroups.0.GroupId" } },
  ),
  inside("10.70.1.0/24", "eu-west-1a", "endpointA"),
  inside("10.70.2.0/24", "eu-west-1b", "endpointB"),
  table("endpointTable"),
  table("laterTable"),
  group("endpointGroup"),
  group("laterGroup"),
  ec2(
    "CreateVpcEndpoint",
    {
      VpcId: "{networkVpc}",
      ServiceName: S3,
      VpcEndpointType: "Gateway",
      RouteTableIds: ["{endpointTable}"],
      ...named("store"),
    },
    { save: { gatewayEndpoint: "VpcEndpoint.VpcEndpointId" } },
  ),
  read("{gatewayEndpoint}"),
  ec2(
    "CreateVpcEndpoint",
    {
      VpcId: "{networkVpc}",
      ServiceName: QUEUES,
      VpcEndpointType: "Interface",
      SubnetIds: ["{endpointA}"],
      SecurityGroupIds: ["{endpointGroup}"],
      PrivateDnsEnabled: true,
      ...named("queues"),
    },
    { save: { interfaceEndpoint: "VpcEndpoint.VpcEndpointId" } },
  ),
  read("{interfaceEndpoint}"),
  ec2("DescribeVpcEndpoints", { VpcEndpointIds: [ABSENT] }),
  find("vpc-endpoint-type", "Gateway"),
  find("vpc-endpoint-type", "Interface"),
  find("vpc-endpoint-id", "{gatewayEndpoint}"),
  find("vpc-endpoint-state", "available"),
  find("service-name", S3),
  find("tag:Name", "que*"),
  find("service-name", "com.amazonaws.eu-west-1.nothing"),
  ec2("DescribeRouteTables", { RouteTableIds: ["{endpointTable}", "{laterTable}"] }),
  ec2("DescribeNetworkInterfaces", {
    Filters: [
      { Name: "vpc-id", Values: ["{networkVpc}"] },
      { Name: "subnet-id", Values: ["{endpointA}"] },
    ],
  }),
  ec2("CreateVpcEndpoint", { VpcId: "vpc-0123456789abcdef0", ServiceName: S3, VpcEndpointType: "Gateway" }),
  ec2("CreateVpcEndpoint", {
    VpcId: "{networkVpc}",
    ServiceName: QUEUES,
    VpcEndpointType: "Interface",
    SubnetIds: ["subnet-0123456789abcdef0"],
  }),
  ec2("ModifyVpcEndpoint", { VpcEndpointId: "{gatewayEndpoint}", AddRouteTableIds: ["{laterTable}"] }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{laterTable}"] }),
  ec2("ModifyVpcEndpoint", { VpcEndpointId: "{gatewayEndpoint}", RemoveRouteTableIds: ["{laterTable}"] }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{laterTable}"] }),
  read("{gatewayEndpoint}"),
  ec2("ModifyVpcEndpoint", { VpcEndpointId: "{interfaceEndpoint}", AddSubnetIds: ["{endpointB}"] }),
  ec2("ModifyVpcEndpoint", {
    VpcEndpointId: "{interfaceEndpoint}",
    AddSecurityGroupIds: ["{laterGroup}"],
    RemoveSecurityGroupIds: ["{endpointGroup}"],
  }),
  read("{interfaceEndpoint}"),
  ec2("ModifyVpcEndpoint", { VpcEndpointId: "{interfaceEndpoint}", RemoveSubnetIds: ["{endpointA}"] }),
  ec2("ModifyVpcEndpoint", { VpcEndpointId: ABSENT, AddSubnetIds: ["{endpointB}"] }),
  ec2("DeleteSecurityGroup", { GroupId: "{endpointGroup}" }),
  ec2("DeleteVpcEndpoints", { VpcEndpointIds: ["{gatewayEndpoint}"] }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{endpointTable}"] }),
  ec2("DeleteVpcEndpoints", { VpcEndpointIds: ["{interfaceEndpoint}"] }),
  ec2("DeleteVpcEndpoints", { VpcEndpointIds: [ABSENT] }),
];
