import { describe, expect, it } from "vitest";
import { buildLambdaWorld, refusalOf } from "../lambda-world.test-builder";
import { parseFunctionName } from "./parse-function-name";

const ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders";

describe("parseFunctionName", () => {
  const { context } = buildLambdaWorld();

  it.each([
    ["orders", undefined],
    ["function:orders", undefined],
    ["123456789012:function:orders", undefined],
    [ARN, undefined],
    ["orders:1", "1"],
    ["orders:$LATEST", "$LATEST"],
    ["123456789012:function:orders:live", "live"],
    [`${ARN}:7`, "7"],
  ])("reads %s", (FunctionName, qualifier) => {
    expect(parseFunctionName(context, { FunctionName })).toEqual({
      functionName: "orders",
      functionArn: ARN,
      ...(qualifier === undefined ? {} : { qualifier }),
    });
  });

  it("takes the qualifier from either place, and refuses two that disagree", () => {
    expect(parseFunctionName(context, { FunctionName: "orders", Qualifier: "2" }).qualifier).toBe("2");
    expect(parseFunctionName(context, { FunctionName: "orders:2", Qualifier: "2" }).qualifier).toBe("2");
    expect(
      refusalOf(() => parseFunctionName(context, { FunctionName: "orders:1", Qualifier: "2" })),
    ).toMatchObject({
      code: "InvalidParameterValueException",
      message: "The derived qualifier from the function name does not match the specified qualifier.",
    });
  });

  it.each([
    [
      ARN.replace("eu-west-1", "us-east-1"),
      "Functions from 'us-east-1' are not reachable in this region ('eu-west-1')",
    ],
    [
      "999999999999:function:orders",
      "Function not found: arn:aws:lambda:eu-west-1:999999999999:function:orders",
    ],
  ])("finds nothing elsewhere: %s", (FunctionName, message) => {
    expect(refusalOf(() => parseFunctionName(context, { FunctionName }))).toMatchObject({
      code: "ResourceNotFoundException",
      message,
      httpStatus: 404,
    });
  });

  it.each(["", "two words", "a:b:c:d", "arn:aws:s3:::bucket"])("refuses the shape of %j", (FunctionName) => {
    expect(refusalOf(() => parseFunctionName(context, { FunctionName })).code).toBe("ValidationException");
  });
});
