import { describe, expect, it } from "vitest";
import { buildLambdaWorld, refusalOf } from "../lambda-world.test-builder";
import { getAccountSettings } from "./get-account-settings";
import { getPolicy } from "../policies/function-policy";

describe("getAccountSettings", () => {
  it("counts functions, and the code of every version", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction({ Publish: true });
    expect(getAccountSettings(context, {})).toMatchObject({
      AccountLimit: { ConcurrentExecutions: 1000 },
      AccountUsage: { FunctionCount: 1, TotalCodeSize: 44 },
    });
  });
});

describe("getPolicy", () => {
  it("finds none, for a function that exists and for one that does not", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction();
    expect(refusalOf(() => getPolicy(context, { FunctionName: "orders" }))).toMatchObject({
      code: "ResourceNotFoundException",
      message: "The resource you requested does not exist.",
    });
    expect(refusalOf(() => getPolicy(context, { FunctionName: "absent" })).message).toMatch(
      /^Function not found/,
    );
  });
});
