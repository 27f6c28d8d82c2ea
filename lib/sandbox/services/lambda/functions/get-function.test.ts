import { describe, expect, it } from "vitest";
import { buildLambdaWorld, createRequest, refusalOf, VPC_ROLE } from "../lambda-world.test-builder";
import { createFunction } from "./create-function";
import { getFunction } from "./get-function";
import { getFunctionConfiguration } from "./get-function-configuration";

const ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders";

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe("getFunction", () => {
  it("gives configuration, where the code lies, and tags only when there are any", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction();
    givenFunction({ FunctionName: "tagged", Tags: { team: "shop" } });
    const answer = getFunction(context, { FunctionName: "orders" });
    expect(answer.Configuration).toMatchObject({ FunctionName: "orders", State: "Active" });
    expect(answer.Code).toMatchObject({
      RepositoryType: "S3",
      Location: matching(/\/snapshots\/123456789012\/orders$/),
    });
    expect(answer).not.toHaveProperty("Tags");
    expect(getFunction(context, { FunctionName: "tagged" }).Tags).toEqual({ team: "shop" });
  });

  it("gives the image of a container function", () => {
    const { context } = buildLambdaWorld();
    createFunction(context, {
      FunctionName: "orders",
      Role: VPC_ROLE,
      PackageType: "Image",
      Code: { ImageUri: "1.dkr.ecr.eu-west-1.amazonaws.com/app:v1" },
    });
    expect(getFunction(context, { FunctionName: "orders" }).Code).toMatchObject({
      RepositoryType: "ECR",
      ImageUri: "1.dkr.ecr.eu-west-1.amazonaws.com/app:v1",
      ResolvedImageUri: matching(/^1\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/app@sha256:[0-9a-f]{64}$/),
    });
  });

  it("names versions in the ARN when they are asked for, and only then", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction({ Publish: true });
    const arnOf = (FunctionName: string) => getFunctionConfiguration(context, { FunctionName }).FunctionArn;
    expect(arnOf("orders")).toBe(ARN);
    expect(arnOf("orders:$LATEST")).toBe(`${ARN}:$LATEST`);
    expect(arnOf("orders:1")).toBe(`${ARN}:1`);
  });

  it("always answers while something is in progress", () => {
    const { context, givenFunction, update } = buildLambdaWorld();
    createFunction(context, createRequest({ FunctionName: "new" }));
    givenFunction();
    update({ Timeout: 9 });
    expect(getFunctionConfiguration(context, { FunctionName: "new" }).State).toBe("Active");
    expect(getFunction(context, { FunctionName: "orders" }).Configuration?.LastUpdateStatus).toBe(
      "InProgress",
    );
  });

  it.each([
    ["absent", "Function not found: arn:aws:lambda:eu-west-1:123456789012:function:absent"],
    ["orders:7", `Function not found: ${ARN}:7`],
  ])("refuses %s as not found", (FunctionName, message) => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction();
    for (const handler of [getFunction, getFunctionConfiguration]) {
      expect(refusalOf(() => handler(context, { FunctionName }))).toEqual({
        code: "ResourceNotFoundException",
        message,
        httpStatus: 404,
        members: { Type: "User" },
      });
    }
  });

  it("gives a copy: what happens later does not change what was answered", () => {
    const { context, givenFunction, update } = buildLambdaWorld();
    givenFunction();
    const before = getFunctionConfiguration(context, { FunctionName: "orders" });
    update({ Timeout: 9 });
    expect(before.Timeout).toBe(3);
  });
});
