import type { DifferenceRow } from "../accepted-difference";

/** Where moto's account and regions are not AWS's. */
export const accountDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-lets-pass",
    in: ["DescribeRegions"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidParameterValue",
    because: "a region that does not exist cannot be described by name",
    source: "aws-facts 8.4: ids are strict",
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
    because: "EC2-Classic is retired: an account supports the VPC platform only",
    source: "SDK type DescribeAccountAttributesCommand: EC2-Classic is no longer available",
  },
  {
    reason: "moto-differs",
    in: ["GetCallerIdentity"],
    at: "output.Arn",
    moto: "arn:aws:sts::123456789012:user/moto",
    sandbox: "arn:aws:iam::123456789012:root",
    because:
      "the key is of nobody that either side knows: for the sandbox, the root of the account; users are IAM's",
    source: "IAM user guide: IAM identifiers, IAM ARNs",
  },
  {
    reason: "moto-differs",
    in: ["GetCallerIdentity"],
    at: "output.UserId",
    moto: /^AKIA#\d+$/,
    sandbox: "123456789012",
    because: "the root's user id is the account's id",
    source: "IAM user guide: policy variables, principal key values",
  },
];
