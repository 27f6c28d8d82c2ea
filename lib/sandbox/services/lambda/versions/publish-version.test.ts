import { describe, expect, it } from "vitest";
import { deleteFunction } from "../functions/delete-function";
import { buildLambdaWorld, CONNECTION, refusalOf, SETTLED_MS } from "../lambda-world.test-builder";
import { listAliases } from "../aliases/manage-aliases";
import { listVersionsByFunction } from "./list-versions-by-function";
import { publishVersion } from "./publish-version";

const FunctionName = "orders";

describe("publishVersion", () => {
  it("answers an Active and Successful version with its own ARN and revision, and a frozen connection", () => {
    const { context, givenFunction, update, elapse, regionWorld } = buildLambdaWorld();
    const latest = givenFunction({ VpcConfig: CONNECTION });
    const answer = publishVersion(context, { FunctionName, Description: "first" });
    expect(answer).toMatchObject({
      Version: "1",
      FunctionArn: `${latest.FunctionArn}:1`,
      State: "Active",
      LastUpdateStatus: "Successful",
      Description: "first",
      VpcConfig: CONNECTION,
    });
    expect(answer.RevisionId).not.toBe(latest.RevisionId);
    update({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } });
    elapse(SETTLED_MS);
    expect(regionWorld.functions[0]?.versions[1]?.VpcConfig).toMatchObject(CONNECTION);
  });

  it("answers the last version again when nothing changed, and never uses a number twice", () => {
    const { context, givenFunction, update, elapse } = buildLambdaWorld();
    givenFunction();
    const publish = () => publishVersion(context, { FunctionName }).Version;
    expect([publish(), publish()]).toEqual(["1", "1"]);
    update({ Timeout: 9 });
    elapse(SETTLED_MS);
    expect(publish()).toBe("2");
    deleteFunction(context, { FunctionName, Qualifier: "2" });
    update({ Timeout: 10 });
    elapse(SETTLED_MS);
    expect(publish()).toBe("3");
  });

  it("refuses another code hash naming both, a stale revision, and a function with an update in progress", () => {
    const { context, givenFunction, update } = buildLambdaWorld();
    const { CodeSha256 } = givenFunction();
    expect(refusalOf(() => publishVersion(context, { FunctionName, CodeSha256: "other" }))).toMatchObject({
      code: "InvalidParameterValueException",
      message: `CodeSHA256 (other) is different from current CodeSHA256 in $LATEST (${String(CodeSha256)}). Please try again with the CodeSHA256 in $LATEST.`,
    });
    expect(refusalOf(() => publishVersion(context, { FunctionName, RevisionId: "stale" })).httpStatus).toBe(
      412,
    );
    update({ Timeout: 9 });
    expect(refusalOf(() => publishVersion(context, { FunctionName })).httpStatus).toBe(409);
  });
});

describe("listVersionsByFunction", () => {
  it("gives $LATEST first, then the numbers in order, with qualified ARNs and no states", () => {
    const { context, givenFunction, update, elapse } = buildLambdaWorld();
    givenFunction({ Publish: true });
    for (let timeout = 10; timeout < 20; timeout += 1) {
      update({ Timeout: timeout });
      elapse(SETTLED_MS);
      publishVersion(context, { FunctionName });
    }
    const { Versions = [] } = listVersionsByFunction(context, { FunctionName });
    expect(Versions.map((version) => version.FunctionArn?.split(":").at(-1))).toEqual([
      "$LATEST",
      ...Array.from({ length: 11 }, (_, index) => String(index + 1)),
    ]);
    expect(Versions.filter((version) => "State" in version)).toEqual([]);
  });

  it("refuses a function that does not exist, as listAliases does, which else gives none", () => {
    const { context, givenFunction } = buildLambdaWorld();
    expect(refusalOf(() => listVersionsByFunction(context, { FunctionName })).httpStatus).toBe(404);
    expect(refusalOf(() => listAliases(context, { FunctionName })).httpStatus).toBe(404);
    givenFunction();
    expect(listAliases(context, { FunctionName })).toEqual({ Aliases: [] });
  });
});
