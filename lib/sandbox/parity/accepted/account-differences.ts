import type { DifferenceRow } from "../accepted-difference";
import { EC2_MODEL } from "./sources";

/** Where moto's account and regions are not AWS's. */
export const accountDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-lets-pass",
    in: ["DescribeRegions"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidParameterValue",
    because:
      "no document found that names the code for a region that does not exist; we trust that names are strict, as ids are",
    source: "aws-facts 8.4",
  },
  ...["GroupName", "NetworkBorderGroup", "OptInStatus"].map((member): DifferenceRow => ({
    reason: "moto-lacks",
    in: ["DescribeAvailabilityZones"],
    at: `output.AvailabilityZones[].${member}`,
    moto: undefined,
    sandbox: /^(?:eu-west-1-zg-1|eu-west-1|opt-in-not-required)$/,
    because: "AWS has it for every zone",
    source: `SDK type AvailabilityZone.${member}`,
  })),
  {
    reason: "moto-lacks",
    in: ["DescribeAccountAttributes"],
    at: "output.AccountAttributes[]",
    moto: /"AttributeName":"(?!supported-platforms)/,
    sandbox: undefined,
    because: "moto does not choose by AttributeNames",
    source: "SDK type DescribeAccountAttributesRequest.AttributeNames",
  },
  {
    reason: "moto-differs",
    in: ["DescribeAccountAttributes"],
    at: "output.AccountAttributes[].AttributeValues[]",
    moto: { AttributeValue: "EC2" },
    sandbox: undefined,
    because: "the attribute is deprecated, and EC2-Classic with it: an account has the VPC platform only",
    source: `${EC2_MODEL}: DescribeAccountAttributes`,
  },
  {
    reason: "moto-differs",
    in: ["GetCallerIdentity"],
    at: "output.Arn",
    moto: "arn:aws:sts::123456789012:user/moto",
    sandbox: "arn:aws:iam::123456789012:root",
    because:
      "the key is of nobody that either side knows: for the sandbox, the root of the account; users are IAM's",
    source:
      "SDK type GetCallerIdentityResponse.Arn; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
  },
  {
    reason: "moto-differs",
    in: ["GetCallerIdentity"],
    at: "output.UserId",
    moto: /^AKIA#\d+$/,
    sandbox: "123456789012",
    because: "the root's user id is the account's id",
    source:
      "SDK type GetCallerIdentityResponse.UserId: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable",
  },
];
