import type { DifferenceRow } from "../accepted-difference";

/** Where moto's gateways and route tables are not AWS's. */
export const gatewayDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-differs",
    in: ["AttachInternetGateway"],
    at: "error.message",
    moto: "Resource {igw} is already associated.",
    sandbox: "resource {igw} is already attached to network {vpc}",
    because: "the words of Resource.AlreadyAssociated",
    source: "terraform-provider-aws issues: resource igw-… is already attached to network vpc-…",
  },
  {
    reason: "moto-differs",
    at: "error.message",
    moto: /^InternetGatewayID \S+ does not exist\.$/,
    sandbox: /^The internetGateway ID '\S+' does not exist$/,
    because: "the words of InvalidInternetGatewayID.NotFound",
    source: "aws-facts 8.3, the shape of EC2's words",
  },
  {
    reason: "moto-differs",
    in: ["DeleteInternetGateway"],
    at: "error.message",
    moto: "{igw} is being utilized by {vpc}",
    sandbox: "The internetGateway '{igw}' has dependencies and cannot be deleted.",
    because: "the words of DependencyViolation",
    source: "aws-facts 3.4, the shape of EC2's words",
  },
  {
    reason: "moto-differs",
    in: ["DetachInternetGateway"],
    at: "error.message",
    moto: "InternetGatewayID {spareIgw} is not attached to a VPC {other}.",
    sandbox: "resource {spareIgw} is not attached to network {other}",
    because: "the words of Gateway.NotAttached",
    source: "terraform-provider-aws issues: resource igw-… is not attached to network vpc-…",
  },
  {
    reason: "moto-lets-pass",
    in: ["DescribeEgressOnlyInternetGateways"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidGatewayID.NotFound",
    because: "ids are strict",
    source: "aws-facts 8.4",
  },
  {
    reason: "moto-lacks",
    at: "output.RouteTables[].PropagatingVgws",
    moto: undefined,
    sandbox: [],
    because: "AWS lists the gateways that propagate, though there are none",
    source: "recorded answers of DescribeRouteTables",
  },
];
