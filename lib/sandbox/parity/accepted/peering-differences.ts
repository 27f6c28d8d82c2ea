import type { DifferenceRow } from "../accepted-difference";
import { CLI_EXAMPLES, ERROR_CODES, recorded } from "./sources";

const CONNECTIONS = ["output.VpcPeeringConnection", "output.VpcPeeringConnections[]"];
const sides = (member: string) =>
  CONNECTIONS.flatMap((at) => [`${at}.AccepterVpcInfo.${member}`, `${at}.RequesterVpcInfo.${member}`]);
const ONLY_ACTIVE = "SDK type VpcPeeringConnection: CIDR block information only of an active connection";

/** Where moto's peering connections are not AWS's. */
export const peeringDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-invents",
    at: CONNECTIONS.map((at) => `${at}.AccepterVpcInfo.CidrBlock`),
    moto: /^10\.\d+\.0\.0\/(?:16|20)$/,
    sandbox: undefined,
    because: "a connection that is not accepted tells nothing of the accepter's addresses",
    source: `boto/boto3 issue 326; ${CLI_EXAMPLES}/ec2/describe-vpc-peering-connections.rst`,
  },
  {
    reason: "moto-invents",
    at: "output.VpcPeeringConnections[].RequesterVpcInfo.CidrBlock",
    moto: /^10\.\d+\.0\.0\/(?:16|20)$/,
    sandbox: undefined,
    because:
      "a connection that was rejected tells nothing of addresses; that of the requester's is not in the document",
    source: ONLY_ACTIVE,
  },
  {
    reason: "moto-invents",
    at: sides("PeeringOptions"),
    moto: /^\{"AllowDnsResolutionFromRemoteVpc":false/,
    sandbox: undefined,
    because: "options are of an active connection, and of the requester's side while it waits",
    source: `${CLI_EXAMPLES}/ec2: create-, accept- and describe-vpc-peering-connections.rst`,
  },
  {
    reason: "moto-lacks",
    at: sides("CidrBlockSet"),
    moto: undefined,
    sandbox: /^\[\{"CidrBlock":"10\.\d+\.0\.0\/(?:16|20)"\}\]$/,
    because: "all blocks of a VPC are listed",
    source: recorded("batfish/test-vpc-peering/DescribeVpcPeeringConnections.json"),
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
    source: `${CLI_EXAMPLES}/ec2/accept-vpc-peering-connection.rst`,
  },
  {
    reason: "moto-differs",
    in: ["AcceptVpcPeeringConnection", "DeleteVpcPeeringConnection", "CreateRoute", "ReplaceRoute"],
    at: "error",
    moto: "400 InvalidVpcPeeringConnectionId.NotFound",
    sandbox: "400 InvalidVpcPeeringConnectionID.NotFound",
    because: "the code is spelt with ID",
    source: `${ERROR_CODES}: InvalidVpcPeeringConnectionID.NotFound`,
  },
  {
    reason: "moto-lets-pass",
    in: ["DescribeVpcPeeringConnections"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidVpcPeeringConnectionID.NotFound",
    because: "ids are strict",
    source: `${ERROR_CODES}: InvalidVpcPeeringConnectionID.NotFound; aws-facts 8.4`,
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
    source: `${CLI_EXAMPLES}/ec2/modify-vpc-peering-connection-options.rst`,
  },
  {
    reason: "undecided",
    in: ["DescribeVpcPeeringConnections"],
    at: "output.VpcPeeringConnections[].Status.Message",
    moto: "Inactive",
    sandbox: "Rejected by 123456789012",
    because: "no document found for the words of a rejected connection; ours follow those of a pending one",
    source: "SDK type VpcPeeringConnectionStateReason.Message",
  },
];
