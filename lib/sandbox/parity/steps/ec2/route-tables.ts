import { ec2, type Step } from "../../step";

const ofMain = { Name: "vpc-id", Values: ["{vpc}"] };
const ABSENT = "rtb-0123456789abcdef0";

/** Tables, their associations and routes. Runs after the internet gateway is attached. */
export const routeTableSteps: readonly Step[] = [
  ec2(
    "DescribeRouteTables",
    { Filters: [ofMain, { Name: "association.main", Values: ["true"] }] },
    {
      save: {
        mainTable: "RouteTables.0.RouteTableId",
        mainAssociation: "RouteTables.0.Associations.0.RouteTableAssociationId",
      },
    },
  ),
  ec2(
    "CreateRouteTable",
    {
      VpcId: "{vpc}",
      TagSpecifications: [{ ResourceType: "route-table", Tags: [{ Key: "Name", Value: "public" }] }],
    },
    { save: { publicTable: "RouteTable.RouteTableId" } },
  ),
  ec2("CreateRouteTable", { VpcId: "{vpc}" }, { save: { privateTable: "RouteTable.RouteTableId" } }),
  ec2("CreateRouteTable", { VpcId: "vpc-0123456789abcdef0" }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{publicTable}", "{privateTable}"] }),
  ec2("DescribeRouteTables", { RouteTableIds: [ABSENT] }),
  ec2(
    "AssociateRouteTable",
    { RouteTableId: "{publicTable}", SubnetId: "{publicA}" },
    { save: { publicAssociation: "AssociationId" } },
  ),
  ec2(
    "AssociateRouteTable",
    { RouteTableId: "{privateTable}", SubnetId: "{privateA}" },
    { save: { privateAssociation: "AssociationId" } },
  ),
  ec2(
    "AssociateRouteTable",
    { RouteTableId: "{privateTable}", SubnetId: "{privateB}" },
    { save: { privateBAssociation: "AssociationId" } },
  ),
  ec2("AssociateRouteTable", { RouteTableId: ABSENT, SubnetId: "{small}" }),
  ec2("AssociateRouteTable", { RouteTableId: "{publicTable}", SubnetId: "subnet-0123456789abcdef0" }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{privateTable}"] }),
  ec2("CreateRoute", {
    RouteTableId: "{publicTable}",
    DestinationCidrBlock: "0.0.0.0/0",
    GatewayId: "{igw}",
  }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{publicTable}"] }),
  ec2("CreateRoute", {
    RouteTableId: "{publicTable}",
    DestinationCidrBlock: "0.0.0.0/0",
    GatewayId: "{igw}",
  }),
  ec2("CreateRoute", {
    RouteTableId: "{publicTable}",
    DestinationCidrBlock: "172.16.0.0/12",
    GatewayId: "igw-0123456789abcdef0",
  }),
  ec2("CreateRoute", {
    RouteTableId: ABSENT,
    DestinationCidrBlock: "172.16.0.0/12",
    GatewayId: "{igw}",
  }),
  ec2("CreateRoute", {
    RouteTableId: "{publicTable}",
    DestinationCidrBlock: "not a block",
    GatewayId: "{igw}",
  }),
  ec2("ReplaceRoute", {
    RouteTableId: "{publicTable}",
    DestinationCidrBlock: "172.16.0.0/12",
    GatewayId: "{igw}",
  }),
  ec2("ReplaceRoute", {
    RouteTableId: ABSENT,
    DestinationCidrBlock: "0.0.0.0/0",
    GatewayId: "{igw}",
  }),
  ec2("DescribeRouteTables", {
    Filters: [ofMain, { Name: "association.subnet-id", Values: ["{privateA}", "{small}"] }],
  }),
  ec2("DescribeRouteTables", { Filters: [{ Name: "association.subnet-id", Values: ["{small}"] }] }),
  ec2("DescribeRouteTables", { Filters: [ofMain, { Name: "route.gateway-id", Values: ["{igw}"] }] }),
  ec2("DescribeRouteTables", {
    Filters: [ofMain, { Name: "association.route-table-id", Values: ["{privateTable}"] }],
  }),
  ec2("DescribeRouteTables", { Filters: [ofMain, { Name: "tag:Name", Values: ["public"] }] }),
  ec2("DescribeRouteTables", { Filters: [{ Name: "no-such-filter", Values: ["x"] }] }),
  ec2("DescribeRouteTables", { MaxResults: 5, Filters: [{ Name: "vpc-id", Values: ["{other}"] }] }),
  ec2(
    "ReplaceRouteTableAssociation",
    { AssociationId: "{privateAssociation}", RouteTableId: "{publicTable}" },
    { save: { movedAssociation: "NewAssociationId" } },
  ),
  ec2(
    "ReplaceRouteTableAssociation",
    { AssociationId: "{movedAssociation}", RouteTableId: "{privateTable}" },
    { save: { privateAssociation: "NewAssociationId" } },
  ),
  ec2("ReplaceRouteTableAssociation", {
    AssociationId: "rtbassoc-0123456789abcdef0",
    RouteTableId: "{publicTable}",
  }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{publicTable}", "{privateTable}"] }),
  ec2("DisassociateRouteTable", { AssociationId: "rtbassoc-0123456789abcdef0" }),
  ec2("DeleteRouteTable", { RouteTableId: "{publicTable}" }),
  ec2("DeleteRouteTable", { RouteTableId: ABSENT }),
  ec2("DeleteRoute", { RouteTableId: "{publicTable}", DestinationCidrBlock: "172.16.0.0/12" }),
  ec2("CreateRouteTable", { VpcId: "{vpc}" }, { save: { spareTable: "RouteTable.RouteTableId" } }),
  ec2("CreateRoute", {
    RouteTableId: "{spareTable}",
    DestinationCidrBlock: "192.168.0.0/16",
    GatewayId: "{igw}",
  }),
  ec2("DeleteRoute", { RouteTableId: "{spareTable}", DestinationCidrBlock: "192.168.0.0/16" }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{spareTable}"] }),
  ec2("DeleteRouteTable", { RouteTableId: "{spareTable}" }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{spareTable}"] }),
];
