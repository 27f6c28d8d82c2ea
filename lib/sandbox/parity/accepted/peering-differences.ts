import type { DifferenceRow } from "../accepted-difference";

const CONNECTIONS = ["output.VpcPeeringConnection", "output.VpcPeeringConnections[]"];
const sides = (member: string) =>
  CONNECTIONS.flatMap((at) => [`${at}.AccepterVpcInfo.${member}`, `${at}.RequesterVpcInfo.${member}`]);
const ONLY_ACTIVE = "SDK type VpcPeeringConnection: CIDR block information only of an active connection";

/** Where moto's peering connections are not AWS's. */
export const peeringDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-invents",
    at: sides("CidrBlock"),
    moto: /^10\.[12]\.0\.0\/(?:16|20)$/,
    sandbox: undefined,
    because: "a connection that is not active tells nothing of its VPCs' addresses",
    source: ONLY_ACTIVE,
  },
  {
    reason: "moto-invents",
    at: sides("PeeringOptions"),
    moto: /^\{"AllowDnsResolutionFromRemoteVpc":false/,
    sandbox: undefined,
    because: "a connection that is not active has no options",
    source: "SDK type ModifyVpcPeeringConnectionOptionsCommand: options of an active connection",
  },
  {
    reason: "moto-lacks",
    at: [
      "output.VpcPeeringConnection.RequesterVpcInfo.CidrBlockSet",
      "output.VpcPeeringConnections[].RequesterVpcInfo.CidrBlockSet",
      "output.VpcPeeringConnections[].AccepterVpcInfo.CidrBlockSet",
    ],
    moto: undefined,
    sandbox: /^\[\{"CidrBlock":"10\.[12]\.0\.0\/(?:16|20)"\}\]$/,
    because: "all blocks of a VPC are listed",
    source: "recorded answers of DescribeVpcPeeringConnections",
  },
  {
    reason: "moto-lacks",
    at: CONNECTIONS.map((at) => `${at}.ExpirationTime`),
    moto: undefined,
    sandbox: "<date>",
    because: "a request expires after seven days",
    source: "SDK type VpcPeeringConnection.ExpirationTime",
  },
  {
    reason: "moto-is-instant",
    in: ["AcceptVpcPeeringConnection"],
    at: ["output.VpcPeeringConnection.Status.Code", "output.VpcPeeringConnection.Status.Message"],
    moto: /^active$/i,
    sandbox: /^provisioning$/i,
    because: "an accepted connection is provisioning before it is active",
    source: "VPC peering guide: VPC peering connection lifecycle",
  },
  {
    reason: "moto-differs",
    in: ["AcceptVpcPeeringConnection", "DeleteVpcPeeringConnection"],
    at: "error",
    moto: "400 InvalidVpcPeeringConnectionId.NotFound",
    sandbox: "400 InvalidVpcPeeringConnectionID.NotFound",
    because: "the code is spelt with ID",
    source: "aws-facts 8.3",
  },
  {
    reason: "moto-lets-pass",
    in: ["DescribeVpcPeeringConnections"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidVpcPeeringConnectionID.NotFound",
    because: "ids are strict",
    source: "aws-facts 8.4",
  },
  {
    reason: "moto-differs",
    in: ["DescribeVpcPeeringConnections"],
    at: "output.VpcPeeringConnections[]",
    moto: /"AccepterVpcInfo":\{"CidrBlock":"10\.2\.0\.0\/20"/,
    sandbox: undefined,
    because: "a filter by the accepter's VPC does not find connections that it asked for",
    source: "SDK type DescribeVpcPeeringConnectionsRequest.Filters",
  },
  {
    reason: "moto-invents",
    in: ["ModifyVpcPeeringConnectionOptions"],
    at: "output.AccepterPeeringConnectionOptions",
    moto: /^\{"AllowDnsResolutionFromRemoteVpc":false/,
    sandbox: undefined,
    because: "the answer has the options of the side that was changed",
    source: "EC2 API reference: ModifyVpcPeeringConnectionOptions, the example",
  },
  {
    reason: "undecided",
    in: ["DescribeVpcPeeringConnections"],
    at: "output.VpcPeeringConnections[].Status.Message",
    moto: "Inactive",
    sandbox: "Rejected by 123456789012",
    because: "the words for a rejected connection are in no document that we have",
    source: "SDK type VpcPeeringConnectionStateReason.Message",
  },
];
