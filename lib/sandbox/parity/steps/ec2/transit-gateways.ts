import { ec2, type Step } from "../../step";

const attachmentIs = (state: string) => ({
  until: { at: "TransitGatewayVpcAttachments.0.State", is: state },
});

/** A transit gateway between the two VPCs, with its route table. */
export const transitGatewaySteps: readonly Step[] = [
  ec2(
    "CreateTransitGateway",
    {
      Description: "between the two",
      TagSpecifications: [{ ResourceType: "transit-gateway", Tags: [{ Key: "Name", Value: "hub" }] }],
    },
    { save: { tgw: "TransitGateway.TransitGatewayId" } },
  ),
  ec2(
    "DescribeTransitGateways",
    { TransitGatewayIds: ["{tgw}"] },
    { until: { at: "TransitGateways.0.State", is: "available" } },
  ),
  ec2("DescribeTransitGateways", { TransitGatewayIds: ["tgw-0123456789abcdef0"] }),
  ec2("DescribeTransitGateways", { Filters: [{ Name: "state", Values: ["available"] }] }),
  ec2(
    "CreateTransitGatewayVpcAttachment",
    { TransitGatewayId: "{tgw}", VpcId: "{vpc}", SubnetIds: ["{privateA}", "{privateB}"] },
    { save: { attachment: "TransitGatewayVpcAttachment.TransitGatewayAttachmentId" } },
  ),
  ec2(
    "DescribeTransitGatewayVpcAttachments",
    { TransitGatewayAttachmentIds: ["{attachment}"] },
    attachmentIs("available"),
  ),
  ec2(
    "CreateTransitGatewayVpcAttachment",
    { TransitGatewayId: "{tgw}", VpcId: "{other}", SubnetIds: ["{elsewhere}"] },
    { save: { otherAttachment: "TransitGatewayVpcAttachment.TransitGatewayAttachmentId" } },
  ),
  ec2(
    "DescribeTransitGatewayVpcAttachments",
    { TransitGatewayAttachmentIds: ["{otherAttachment}"] },
    attachmentIs("available"),
  ),
  ec2("CreateTransitGatewayVpcAttachment", {
    TransitGatewayId: "{tgw}",
    VpcId: "{vpc}",
    SubnetIds: ["{privateA}"],
  }),
  ec2("CreateTransitGatewayVpcAttachment", {
    TransitGatewayId: "tgw-0123456789abcdef0",
    VpcId: "{vpc}",
    SubnetIds: ["{privateA}"],
  }),
  ec2("DescribeTransitGatewayAttachments", {
    Filters: [{ Name: "transit-gateway-id", Values: ["{tgw}"] }],
  }),
  ec2("DescribeTransitGatewayAttachments", { Filters: [{ Name: "resource-id", Values: ["{vpc}"] }] }),
  ec2(
    "DescribeTransitGatewayRouteTables",
    { Filters: [{ Name: "transit-gateway-id", Values: ["{tgw}"] }] },
    { save: { tgwTable: "TransitGatewayRouteTables.0.TransitGatewayRouteTableId" } },
  ),
  ec2("GetTransitGatewayRouteTableAssociations", { TransitGatewayRouteTableId: "{tgwTable}" }),
  ec2("GetTransitGatewayRouteTablePropagations", { TransitGatewayRouteTableId: "{tgwTable}" }),
  ec2("CreateTransitGatewayRoute", {
    TransitGatewayRouteTableId: "{tgwTable}",
    DestinationCidrBlock: "10.50.0.0/16",
    TransitGatewayAttachmentId: "{attachment}",
  }),
  ec2("CreateTransitGatewayRoute", {
    TransitGatewayRouteTableId: "{tgwTable}",
    DestinationCidrBlock: "10.60.0.0/16",
    Blackhole: true,
  }),
  ec2("SearchTransitGatewayRoutes", {
    TransitGatewayRouteTableId: "{tgwTable}",
    Filters: [{ Name: "type", Values: ["static"] }],
  }),
  ec2("SearchTransitGatewayRoutes", {
    TransitGatewayRouteTableId: "{tgwTable}",
    Filters: [{ Name: "state", Values: ["blackhole"] }],
  }),
  ec2("DeleteTransitGatewayRoute", {
    TransitGatewayRouteTableId: "{tgwTable}",
    DestinationCidrBlock: "10.60.0.0/16",
  }),
  ec2("DeleteTransitGatewayVpcAttachment", { TransitGatewayAttachmentId: "{attachment}" }),
  ec2("DeleteTransitGatewayVpcAttachment", { TransitGatewayAttachmentId: "{otherAttachment}" }),
  ec2(
    "DescribeTransitGatewayVpcAttachments",
    { TransitGatewayAttachmentIds: ["{attachment}"] },
    attachmentIs("deleted"),
  ),
  ec2(
    "DescribeTransitGatewayVpcAttachments",
    { TransitGatewayAttachmentIds: ["{otherAttachment}"] },
    attachmentIs("deleted"),
  ),
  ec2("DeleteTransitGateway", { TransitGatewayId: "tgw-0123456789abcdef0" }),
  ec2("DeleteTransitGateway", { TransitGatewayId: "{tgw}" }),
];
