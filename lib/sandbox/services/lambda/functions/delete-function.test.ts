import { describe, expect, it } from "vitest";
import {
  buildLambdaWorld,
  CONNECTION,
  createRequest,
  refusalOf,
  SETTLED_MS,
} from "../lambda-world.test-builder";
import { createFunction } from "./create-function";
import { deleteFunction } from "./delete-function";

const FunctionName = "orders";

describe("deleteFunction", () => {
  it("answers 204; the interfaces stay in-use, become available shortly before, and go after 20 minutes", () => {
    const { context, givenFunction, elapse, regionWorld, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION });
    expect(deleteFunction(context, { FunctionName })).toEqual({ StatusCode: 204 });
    expect(regionWorld.functions).toEqual([]);
    const statuses = () => lambdaInterfaces().map((eni) => eni.status);
    elapse(18 * 60_000);
    expect(statuses()).toEqual(["in-use", "in-use"]);
    elapse(60_000);
    expect(statuses()).toEqual(["available", "available"]);
    expect(regionWorld.networkInterfaces.every((eni) => eni.Attachment === undefined)).toBe(true);
    elapse(60_000);
    expect(statuses()).toEqual([]);
  });

  it("leaves orphans, available for good, when the role has lost ec2:DeleteNetworkInterface", () => {
    const { context, givenFunction, elapse, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION });
    deleteFunction(context, { FunctionName });
    context.account.roles = [];
    elapse(24 * 60 * 60_000);
    expect(lambdaInterfaces().map((eni) => eni.status)).toEqual(["available", "available"]);
  });

  it("keeps interfaces for a function that takes them over before they go, and for one that shares them", () => {
    const { context, givenFunction, elapse, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION });
    const before = lambdaInterfaces();
    deleteFunction(context, { FunctionName });
    elapse(10 * 60_000);
    givenFunction({ FunctionName: "heir", VpcConfig: CONNECTION });
    givenFunction({ FunctionName: "sharer", VpcConfig: CONNECTION });
    deleteFunction(context, { FunctionName: "heir" });
    elapse(60 * 60_000);
    expect(lambdaInterfaces()).toEqual(before);
  });

  it("makes new interfaces for a function that comes when the old ones are already let go", () => {
    const { context, givenFunction, elapse, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION });
    deleteFunction(context, { FunctionName });
    elapse(19 * 60_000);
    givenFunction({ VpcConfig: CONNECTION });
    elapse(60_000);
    expect(lambdaInterfaces().map((eni) => eni.status)).toEqual(["in-use", "in-use"]);
  });

  it("is accepted while the function is being created or updated, and stops that", () => {
    const { context, elapse, givenFunction, update, regionWorld } = buildLambdaWorld();
    createFunction(context, createRequest({ VpcConfig: CONNECTION }));
    deleteFunction(context, { FunctionName });
    elapse(SETTLED_MS);
    expect(regionWorld.networkInterfaces).toEqual([]);
    givenFunction();
    update({ VpcConfig: CONNECTION });
    elapse(40_000);
    deleteFunction(context, { FunctionName });
    createFunction(context, createRequest());
    elapse(SETTLED_MS);
    expect(regionWorld.functions[0]?.versions[0]?.State).toBe("Active");
    elapse(25 * 60_000);
    expect(regionWorld.networkInterfaces).toEqual([]);
  });

  it("deletes one version, and with the last one that holds them the interfaces", () => {
    const { context, givenFunction, update, elapse, regionWorld, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION, Publish: true });
    update({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } });
    elapse(30 * 60_000);
    expect(lambdaInterfaces()).toHaveLength(2);
    deleteFunction(context, { FunctionName, Qualifier: "1" });
    expect(regionWorld.functions[0]?.versions.map((version) => version.Version)).toEqual(["$LATEST"]);
    elapse(30 * 60_000);
    expect(lambdaInterfaces()).toEqual([]);
  });

  it("refuses $LATEST by name, and what does not exist", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction();
    expect(refusalOf(() => deleteFunction(context, { FunctionName, Qualifier: "$LATEST" }))).toMatchObject({
      code: "InvalidParameterValueException",
      message: "$LATEST version cannot be deleted without deleting the function.",
    });
    expect(refusalOf(() => deleteFunction(context, { FunctionName: "absent" })).code).toBe(
      "ResourceNotFoundException",
    );
  });
});
