import { describe, expect, it } from "vitest";
import { toAwsFailure } from "./aws-failure";
import { findCallOfError, rememberCall } from "./call-of-error";
import { packAwsError, unpackAwsError } from "./carry-aws-error";

const errors: [string, Error][] = [
  ["UnauthorizedOperation", new Error("You are not authorized to perform this operation.")],
  ["ExpiredToken", new Error("The security token included in the request is expired")],
  ["InternalError", new Error("An internal error has occurred")],
  ["Error", new SyntaxError("Unexpected token < in JSON")],
  ["ECONNREFUSED", Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })],
];

describe("an AWS error that was carried from thread to thread", () => {
  it.each(errors)("means what it meant: %s", (name, error) => {
    const $metadata = { httpStatusCode: name === "InternalError" ? 500 : 403, requestId: "r-1" };
    const thrown = Object.assign(error, { name, $metadata });
    rememberCall(thrown, "ElasticLoadBalancingV2Client", "DescribeTargetHealthCommand");
    const arrived = unpackAwsError(structuredClone(packAwsError(thrown)));
    expect(toAwsFailure(arrived)).toEqual(toAwsFailure(thrown));
    expect(findCallOfError(arrived)).toEqual({
      service: "elasticloadbalancing",
      operation: "DescribeTargetHealth",
    });
  });
});
