import { describe, expect, it } from "vitest";
import { buildLambdaWorld, CONNECTION, EMPTY_ZIP, refusalOf, SETTLED_MS } from "../lambda-world.test-builder";
import { updateFunctionCode } from "./update-function-code";

const NEW_ZIP = new Uint8Array([...EMPTY_ZIP, 0]);
const FunctionName = "orders";

describe("updateFunctionCode", () => {
  it("passes through InProgress with the new hash shown, and leaves the connection alone", () => {
    const { context, givenFunction, elapse, latest, lambdaInterfaces } = buildLambdaWorld();
    const before = givenFunction({ VpcConfig: CONNECTION });
    const interfaces = lambdaInterfaces();
    const answer = updateFunctionCode(context, { FunctionName, ZipFile: NEW_ZIP });
    expect(answer).toMatchObject({ State: "Active", LastUpdateStatus: "InProgress", CodeSize: 23 });
    expect(answer.CodeSha256).not.toBe(before.CodeSha256);
    elapse(5000);
    expect(latest()).toMatchObject({ LastUpdateStatus: "Successful", VpcConfig: before.VpcConfig });
    expect(lambdaInterfaces()).toEqual(interfaces);
  });

  it("with Publish answers the new version in Pending, which settles", () => {
    const { context, givenFunction, elapse, regionWorld } = buildLambdaWorld();
    givenFunction();
    const answer = updateFunctionCode(context, { FunctionName, ZipFile: NEW_ZIP, Publish: true });
    expect(answer).toMatchObject({ Version: "1", State: "Pending", StateReasonCode: "Creating" });
    expect(answer).not.toHaveProperty("LastUpdateStatus");
    elapse(SETTLED_MS);
    expect(regionWorld.functions[0]?.versions).toMatchObject([
      { Version: "$LATEST", LastUpdateStatus: "Successful" },
      { Version: "1", State: "Active", LastUpdateStatus: "Successful" },
    ]);
  });

  it("with DryRun shows the result and changes nothing", () => {
    const { context, givenFunction, latest } = buildLambdaWorld();
    const before = structuredClone(givenFunction());
    const answer = updateFunctionCode(context, { FunctionName, ZipFile: NEW_ZIP, DryRun: true });
    expect(answer.CodeSize).toBe(23);
    expect(latest()).toEqual(before);
  });

  it("refuses during an update, with a stale revision, without code, and while Pending", () => {
    const { context, givenFunction, update, latest, elapse } = buildLambdaWorld();
    givenFunction();
    const codeOf = (input: object) =>
      refusalOf(() => updateFunctionCode(context, { FunctionName, ...input })).code;
    expect(codeOf({ ZipFile: NEW_ZIP, RevisionId: "stale" })).toBe("PreconditionFailedException");
    expect(codeOf({})).toBe("InvalidParameterValueException");
    update({ Timeout: 9 });
    expect(codeOf({ ZipFile: NEW_ZIP })).toBe("ResourceConflictException");
    elapse(SETTLED_MS);
    latest().State = "Pending";
    expect(codeOf({ ZipFile: NEW_ZIP })).toBe("ResourceConflictException");
  });
});
