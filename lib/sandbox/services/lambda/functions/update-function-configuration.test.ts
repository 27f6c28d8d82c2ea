import { describe, expect, it } from "vitest";
import {
  BASIC_ROLE,
  buildLambdaWorld,
  CONNECTION,
  refusalOf,
  SETTLED_MS,
  VPC_ROLE,
} from "../lambda-world.test-builder";
import { updateFunctionConfiguration } from "./update-function-configuration";

const ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders";
const DETACH = { SubnetIds: [], SecurityGroupIds: [] };
const DETACHED = { SubnetIds: [], SecurityGroupIds: [], VpcId: "", Ipv6AllowedForDualStack: false };

describe("updateFunctionConfiguration", () => {
  it("stays Active, shows the new VpcConfig at once, and says Creating while InProgress as AWS does", () => {
    const { givenFunction, update } = buildLambdaWorld();
    givenFunction();
    expect(update({ VpcConfig: CONNECTION })).toMatchObject({
      State: "Active",
      LastUpdateStatus: "InProgress",
      LastUpdateStatusReason: "The function is being created.",
      LastUpdateStatusReasonCode: "Creating",
      VpcConfig: { ...CONNECTION, VpcId: "vpc-0main", Ipv6AllowedForDualStack: false },
    });
  });

  it("settles a new connection after 75 s, with a revision of its own for each of the four steps", () => {
    const { givenFunction, update, elapse, latest, lambdaInterfaces } = buildLambdaWorld();
    const created = givenFunction();
    const revisions = [created.RevisionId];
    const answer = update({ VpcConfig: CONNECTION });
    revisions.push(answer.RevisionId);
    elapse(74_999);
    expect(latest().LastUpdateStatus).toBe("InProgress");
    elapse(1);
    revisions.push(latest().RevisionId);
    expect(latest()).toMatchObject({ State: "Active", LastUpdateStatus: "Successful" });
    expect(latest()).not.toHaveProperty("LastUpdateStatusReason");
    expect(latest()).not.toHaveProperty("LastUpdateStatusReasonCode");
    expect(new Set(revisions).size).toBe(3);
    expect(lambdaInterfaces().map((eni) => eni.status)).toEqual(["in-use", "in-use"]);
  });

  it("changes nothing that the request leaves out", () => {
    const { givenFunction, update, elapse, latest } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION, Environment: { Variables: { STAGE: "prod" } } });
    const { VpcConfig, Environment, Timeout } = latest();
    update({ MemorySize: 512 });
    elapse(5000);
    expect(latest()).toMatchObject({
      MemorySize: 512,
      VpcConfig,
      Environment,
      Timeout,
      LastUpdateStatus: "Successful",
    });
  });

  it("replaces both sets when it moves, and lets the former interfaces go only when it has settled", () => {
    const { givenFunction, update, elapse, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ VpcConfig: { SubnetIds: ["subnet-0a"], SecurityGroupIds: ["sg-0app"] } });
    update({ VpcConfig: { SubnetIds: ["subnet-0a"], SecurityGroupIds: ["sg-0db"] } });
    elapse(SETTLED_MS);
    expect(lambdaInterfaces().map((eni) => eni.status)).toEqual(["in-use", "in-use"]);
    elapse(20 * 60_000);
    expect(lambdaInterfaces()).toHaveLength(1);
  });

  it("keeps VpcConfig with empty members once detached, while a function that never was in a VPC has none", () => {
    const { givenFunction, update, elapse, latest } = buildLambdaWorld();
    givenFunction();
    expect(update({ VpcConfig: DETACH })).not.toHaveProperty("VpcConfig");
    elapse(SETTLED_MS);
    update({ VpcConfig: CONNECTION });
    elapse(SETTLED_MS);
    expect(update({ VpcConfig: DETACH }).VpcConfig).toEqual(DETACHED);
    elapse(SETTLED_MS);
    expect(latest()).toMatchObject({ VpcConfig: DETACHED, LastUpdateStatus: "Successful" });
  });

  it("keeps interfaces that a published version or another function holds", () => {
    const { givenFunction, update, elapse, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION, Publish: true });
    update({ VpcConfig: DETACH });
    elapse(60 * 60_000);
    expect(lambdaInterfaces().map((eni) => eni.status)).toEqual(["in-use", "in-use"]);
  });

  it.each([
    { fault: { kind: "no-free-addresses", subnetId: "subnet-0b" }, code: "SubnetOutOfIPAddresses" },
    { fault: { kind: "eni-quota", vpcId: "vpc-0main", limit: 1 }, code: "EniLimitExceeded" },
  ] as const)(
    "fails with $code but stays Active, with what served before back in place",
    ({ fault, code }) => {
      const { world, givenFunction, update, elapse, latest, lambdaInterfaces } = buildLambdaWorld();
      givenFunction();
      world.faults.push(fault);
      const answer = update({ VpcConfig: CONNECTION, MemorySize: 1024 });
      elapse(SETTLED_MS);
      expect(latest()).toMatchObject({
        State: "Active",
        LastUpdateStatus: "Failed",
        LastUpdateStatusReasonCode: code,
        MemorySize: 128,
      });
      expect(latest()).not.toHaveProperty("VpcConfig");
      expect(latest().RevisionId).not.toBe(answer.RevisionId);
      elapse(25 * 60_000);
      expect(lambdaInterfaces()).toEqual([]);
    },
  );

  it("can be tried again after a failure", () => {
    const { world, givenFunction, update, elapse, latest } = buildLambdaWorld();
    givenFunction();
    world.faults.push({ kind: "no-free-addresses", subnetId: "subnet-0b" });
    update({ VpcConfig: CONNECTION });
    elapse(SETTLED_MS);
    world.faults = [];
    update({ VpcConfig: CONNECTION });
    elapse(SETTLED_MS);
    expect(latest()).toMatchObject({ LastUpdateStatus: "Successful", VpcConfig: CONNECTION });
  });

  it("lets a failed move keep the interfaces that still serve", () => {
    const { world, givenFunction, update, elapse, latest, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ VpcConfig: { SubnetIds: ["subnet-0a"], SecurityGroupIds: ["sg-0app"] } });
    world.faults.push({ kind: "no-free-addresses", subnetId: "subnet-0b" });
    update({ VpcConfig: CONNECTION });
    elapse(60 * 60_000);
    expect(latest().VpcConfig?.SubnetIds).toEqual(["subnet-0a"]);
    expect(lambdaInterfaces()).toMatchObject([{ subnetId: "subnet-0a", status: "in-use" }]);
  });
});

describe("updateFunctionConfiguration refuses", () => {
  it("a second change while one is in progress, naming the unqualified ARN", () => {
    const { givenFunction, update } = buildLambdaWorld();
    givenFunction();
    update({ Timeout: 5 });
    expect(refusalOf(() => update({ Timeout: 6 }))).toEqual({
      code: "ResourceConflictException",
      message: `The operation cannot be performed at this time. An update is in progress for resource: ${ARN}`,
      httpStatus: 409,
      members: { Type: "User" },
    });
  });

  it("a stale revision, and the one that the answer to an update gave", () => {
    const { givenFunction, update, elapse, latest } = buildLambdaWorld();
    givenFunction();
    const { RevisionId } = update({ Timeout: 5 });
    elapse(SETTLED_MS);
    expect(refusalOf(() => update({ Timeout: 6, RevisionId }))).toEqual({
      code: "PreconditionFailedException",
      message:
        "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id.",
      httpStatus: 412,
      members: { Type: "User" },
    });
    expect(update({ Timeout: 6, RevisionId: latest().RevisionId }).Timeout).toBe(6);
  });

  it.each([
    [
      "a malformed subnet id",
      { SubnetIds: ["bad"], SecurityGroupIds: ["sg-0app"] },
      "1 validation error detected: Value '[bad]' at 'vpcConfig.subnetIds' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: subnet-[0-9a-z]*]",
    ],
    [
      "a malformed group id",
      { SubnetIds: ["subnet-0a"], SecurityGroupIds: ["bad", "sg-0app"] },
      "1 validation error detected: Value '[bad, sg-0app]' at 'vpcConfig.securityGroupIds' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: sg-[0-9a-zA-Z]*]",
    ],
    [
      "six groups",
      { SubnetIds: ["subnet-0a"], SecurityGroupIds: ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5", "sg-6"] },
      "1 validation error detected: Value '[sg-1, sg-2, sg-3, sg-4, sg-5, sg-6]' at 'vpcConfig.securityGroupIds' failed to satisfy constraint: Member must have length less than or equal to 5",
    ],
  ])("%s before it looks anything up", (_what, vpcConfig, message) => {
    const { context } = buildLambdaWorld();
    const input = { FunctionName: "absent", VpcConfig: vpcConfig };
    expect(refusalOf(() => updateFunctionConfiguration(context, input))).toEqual({
      code: "ValidationException",
      message,
      httpStatus: 400,
      members: {},
    });
  });

  it("seventeen subnets", () => {
    const { update } = buildLambdaWorld();
    const SubnetIds = Array.from({ length: 17 }, (_, index) => `subnet-${index}`);
    const refusal = refusalOf(() => update({ VpcConfig: { SubnetIds, SecurityGroupIds: ["sg-0app"] } }));
    expect(refusal.code).toBe("ValidationException");
    expect(refusal.message).toMatch(
      /at 'vpcConfig\.subnetIds' failed to satisfy constraint: Member must have length less than or equal to 16$/,
    );
  });

  it("a role that cannot create interfaces, its own or the one in the same request", () => {
    const { givenFunction, update } = buildLambdaWorld();
    givenFunction({ Role: BASIC_ROLE });
    const message =
      "The provided execution role does not have permissions to call CreateNetworkInterface on EC2";
    expect(refusalOf(() => update({ VpcConfig: CONNECTION })).message).toBe(message);
    expect(refusalOf(() => update({ VpcConfig: CONNECTION, Role: BASIC_ROLE })).message).toBe(message);
    expect(update({ VpcConfig: CONNECTION, Role: VPC_ROLE }).Role).toBe(VPC_ROLE);
  });

  it("a version, and a function in Pending or Failed", () => {
    const { world, context, givenFunction, update, latest } = buildLambdaWorld();
    givenFunction({ Publish: true });
    expect(refusalOf(() => update({ FunctionName: "orders:1", Timeout: 5 })).message).toMatch(
      /^This operation is permitted on Lambda functions only\. Aliases and versions do not support this operation\./,
    );
    for (const State of ["Pending", "Failed"] as const) {
      latest().State = State;
      expect(refusalOf(() => updateFunctionConfiguration(context, { FunctionName: "orders" }))).toMatchObject(
        {
          code: "ResourceConflictException",
          message: `The operation cannot be performed at this time. The function is currently in the following state: ${State}`,
        },
      );
    }
    expect(world.scheduled.filter((event) => event.kind === "lambda-settle")).toEqual([]);
  });
});
