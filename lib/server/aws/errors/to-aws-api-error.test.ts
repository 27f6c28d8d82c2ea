import { describe, expect, it } from "vitest";
import { toAwsFailure } from "./aws-failure";
import { rememberCall } from "./call-of-error";
import { toAwsApiError } from "./to-aws-api-error";

/** An error as the SDK throws it. */
function sdkError(name: string, message: string, more: object = {}): unknown {
  const error = Object.assign(new Error(message), { name }, more);
  return rememberCall(error, "EC2Client", "DescribeNetworkAclsCommand");
}

describe("toAwsApiError", () => {
  it.each([
    [
      "AccessDeniedException",
      "User: arn:aws:iam::1:user/x is not authorized to perform: lambda:ListFunctions on resource: *",
      "lambda:ListFunctions",
    ],
    ["UnauthorizedOperation", "You are not authorized to perform this operation.", "ec2:DescribeNetworkAcls"],
  ])("names the permission that %s is about", (name, message, missingPermission) => {
    expect(
      toAwsApiError(sdkError(name, message, { $metadata: { httpStatusCode: 403, requestId: "r-1" } })),
    ).toMatchObject({
      code: "aws_error",
      aws: { code: name, operation: "DescribeNetworkAcls", requestId: "r-1", missingPermission },
      nextStep: expect.stringContaining(missingPermission) as unknown,
    });
  });

  it.each([
    ["ExpiredTokenException", /Sign in/],
    ["RequestExpired", /Sign in/],
    ["CredentialsProviderError", /AWS_PROFILE/],
    ["UnrecognizedClientException", /AWS_PROFILE/],
  ])("says what to do about %s", (name, nextStep) => {
    expect(toAwsApiError(sdkError(name, "no"))).toMatchObject({
      code: "no_credentials",
      nextStep: expect.stringMatching(nextStep) as unknown,
    });
  });

  it.each([
    ["Error", { code: "ECONNREFUSED" }, "connection", /endpoint is running/],
    ["Error", { code: "ENOTFOUND" }, "connection", /DNS/],
    ["TimeoutError", {}, "timeout", /connection to AWS/],
    ["RequestLimitExceeded", {}, "throttled", /Wait/],
    ["Whatever", { $metadata: { httpStatusCode: 429 } }, "throttled", /Wait/],
    ["InternalError", { $metadata: { httpStatusCode: 500 } }, "unavailable", /Try again/],
    ["InvalidVpcID.NotFound", { $metadata: { httpStatusCode: 400 } }, "not-found", /Refresh/],
    ["InvalidParameterValueException", { $metadata: { httpStatusCode: 400 } }, "refused", /AWS's message/],
  ])("tells %s %o apart as %s", (name, more, kind, nextStep) => {
    const error = sdkError(name, "no", more);
    expect(toAwsFailure(error).kind).toBe(kind);
    expect(toAwsApiError(error).nextStep).toMatch(nextStep);
  });

  it.each([
    [200, "unavailable"],
    [403, "refused"],
    [502, "unavailable"],
  ])("takes a text that is not AWS's, with HTTP %i, for %s", (httpStatusCode, kind) => {
    const cut = Object.assign(new SyntaxError("Unexpected end of JSON input"), {
      $metadata: { httpStatusCode },
    });
    expect(toAwsFailure(cut)).toMatchObject({ code: "InvalidResponse", kind });
  });

  it("quotes nothing of an answer that is not AWS's", () => {
    const error = sdkError("Error", "<html>secret</html>", { $metadata: { httpStatusCode: 500 } });
    expect(toAwsFailure(error)).toMatchObject({ code: "InvalidResponse", kind: "unavailable" });
    expect(toAwsApiError(error).message).not.toContain("secret");
  });

  it("reads anything that can be thrown", () => {
    for (const thrown of [undefined, null, "text", 7, {}, new AggregateError([new Error("a")])]) {
      expect(toAwsFailure(thrown).operation).toBe("unknown");
    }
  });
});
