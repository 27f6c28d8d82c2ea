import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import { describeError } from "./describe-error";

describe("describeError", () => {
  it("names the missing permission first, then AWS's own code", () => {
    const error = new ApiRequestError(502, {
      code: "aws_error",
      message: "AWS refused.",
      aws: { code: "AccessDenied", operation: "DescribeVpcs", missingPermission: "ec2:DescribeVpcs" },
      nextStep: "Add it.",
    });
    expect(describeError(error)).toEqual({
      message: "AWS refused.",
      facts: [
        { label: "Missing permission", value: "ec2:DescribeVpcs" },
        { label: "AWS code", value: "AccessDenied (DescribeVpcs)" },
        { label: "Code", value: "aws_error" },
      ],
      nextStep: "Add it.",
    });
  });

  it("keeps AWS's encoded message apart from what a person reads", () => {
    const message = "You are not authorized. Encoded authorization failure message: kpoz-Ix_Ef";
    expect(describeError(new ApiRequestError(502, { code: "aws_error", message }))).toMatchObject({
      message: "You are not authorized.",
      encoded: "kpoz-Ix_Ef",
    });
  });

  it("lists the ARNs that an ambiguous name may mean", () => {
    const error = new ApiRequestError(409, {
      code: "ambiguous_name",
      message: "Two.",
      candidates: ["arn:a", "arn:b"],
    });
    expect(describeError(error).facts[0]).toEqual({ label: "Candidates", value: "arn:a, arn:b" });
  });

  it("adds nothing to what is not there: the message says it all", () => {
    const error = new ApiRequestError(404, { code: "not_found", message: "No x.", field: "name" });
    expect(describeError(error).facts).toEqual([]);
  });

  it("does not pretend to know an error of its own", () => {
    expect(describeError(new Error("boom")).facts).toEqual([{ label: "Detail", value: "boom" }]);
  });
});
