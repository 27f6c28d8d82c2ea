import { ec2, type Step } from "../../step";

const ABSENT = "pcx-0123456789abcdef0";

/** Peering between the two VPCs, and a route through it. */
export const peeringSteps: readonly Step[] = [
  ec2(
    "CreateVpcPeeringConnection",
    {
      VpcId: "{vpc}",
      PeerVpcId: "{other}",
      TagSpecifications: [{ ResourceType: "vpc-peering-connection", Tags: [{ Key: "Name", Value: "pair" }] }],
    },
    { save: { peering: "VpcPeeringConnection.VpcPeeringConnectionId" } },
  ),
  ec2(
    "DescribeVpcPeeringConnections",
    { VpcPeeringConnectionIds: ["{peering}"] },
    { until: { at: "VpcPeeringConnections.0.Status.Code", is: "pending-acceptance" } },
  ),
  ec2("AcceptVpcPeeringConnection", { VpcPeeringConnectionId: "{peering}" }),
  ec2(
    "DescribeVpcPeeringConnections",
    { VpcPeeringConnectionIds: ["{peering}"] },
    { until: { at: "VpcPeeringConnections.0.Status.Code", is: "active" } },
  ),
  ec2("AcceptVpcPeeringConnection", { VpcPeeringConnectionId: ABSENT }),
  ec2("DescribeVpcPeeringConnections", { VpcPeeringConnectionIds: [ABSENT] }),
  ec2("DescribeVpcPeeringConnections", {
    Filters: [{ Name: "requester-vpc-info.vpc-id", Values: ["{vpc}"] }],
  }),
  ec2("DescribeVpcPeeringConnections", {
    Filters: [{ Name: "accepter-vpc-info.vpc-id", Values: ["{vpc}"] }],
  }),
  ec2("DescribeVpcPeeringConnections", { Filters: [{ Name: "status-code", Values: ["active"] }] }),
  ec2("DescribeVpcPeeringConnections", { Filters: [{ Name: "tag:Name", Values: ["pair"] }] }),
  ec2("ModifyVpcPeeringConnectionOptions", {
    VpcPeeringConnectionId: "{peering}",
    RequesterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc: true },
  }),
  ec2("DeleteVpcPeeringConnection", { VpcPeeringConnectionId: "{peering}" }),
  ec2("DeleteVpcPeeringConnection", { VpcPeeringConnectionId: ABSENT }),
  ec2(
    "CreateVpcPeeringConnection",
    { VpcId: "{other}", PeerVpcId: "{vpc}" },
    { save: { refused: "VpcPeeringConnection.VpcPeeringConnectionId" } },
  ),
  ec2(
    "DescribeVpcPeeringConnections",
    { VpcPeeringConnectionIds: ["{refused}"] },
    { until: { at: "VpcPeeringConnections.0.Status.Code", is: "pending-acceptance" } },
  ),
  ec2("RejectVpcPeeringConnection", { VpcPeeringConnectionId: "{refused}" }),
  ec2("DescribeVpcPeeringConnections", { VpcPeeringConnectionIds: ["{refused}"] }),
  ec2("AcceptVpcPeeringConnection", { VpcPeeringConnectionId: "{refused}" }),
];
