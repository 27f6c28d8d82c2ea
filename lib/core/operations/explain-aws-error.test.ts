import { describe, expect, it } from "vitest";
import { findAwsErrorExplanation } from "./explain-aws-error";

describe("findAwsErrorExplanation", () => {
  it.each([
    [
      "InvalidParameterValueException",
      "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
      "may not create network interfaces",
    ],
    [
      "InvalidParameterValueException",
      "The role defined for the function cannot be assumed by Lambda.",
      "does not trust",
    ],
    ["InvalidParameterValueException", "Security Groups are required to be in the same VPC", "another VPC"],
    [
      "InvalidParameterValueException",
      "EC2 Error Code: InvalidGroup.NotFound.",
      "security group does not exist",
    ],
    ["InvalidParameterValueException", "EC2 Error Code: InvalidSubnetID.NotFound.", "subnet does not exist"],
    [
      "InvalidParameterValueException",
      "You have exceeded the maximum limit for HyperPlane ENIs for your account.",
      "quota",
    ],
    [
      "InvalidParameterValueException",
      "The provided subnets contain availability zone Lambda doesn't support.",
      "zone",
    ],
    ["InvalidParameterValueException", "anything else", "does not accept"],
    ["ResourceConflictException", "Function already exist: f", "exists already"],
    ["ResourceConflictException", "An update is in progress for resource: arn", "still being carried out"],
    ["PreconditionFailedException", "The Revision Id provided does not match", "Somebody else"],
    ["ResourceNotFoundException", "Function not found: arn", "does not exist"],
    ["CodeStorageExceededException", "", "storage"],
    ["RequestEntityTooLargeException", "", "50 MB"],
  ])("explains %s: %s", (code, message, words) => {
    const explanation = findAwsErrorExplanation(code, message);
    expect(explanation?.cause).toContain(words);
    expect(explanation?.nextStep).toMatch(/\.$/);
  });

  it("names the missing permission of the role", () => {
    expect(
      findAwsErrorExplanation(
        "InvalidParameterValueException",
        "permissions to call CreateNetworkInterface on EC2",
      )?.missingPermission,
    ).toBe("ec2:CreateNetworkInterface");
  });

  it("is undefined for a code that it does not know", () => {
    expect(findAwsErrorExplanation("Strange", "")).toBeUndefined();
  });
});
