import { describe, expect, it } from "vitest";
import { createFunction } from "../functions/create-function";
import {
  buildLambdaWorld,
  CONNECTION,
  createRequest,
  DAY_MS,
  getFunction,
  refusalOf,
  SETTLED_MS,
} from "../lambda-world.test-builder";
import { invoke } from "./invoke";

const FunctionName = "orders";
const JSON_BYTES = new TextEncoder().encode("{}");

function givenSleeper() {
  const lambdaWorld = buildLambdaWorld();
  lambdaWorld.givenFunction({ VpcConfig: CONNECTION });
  lambdaWorld.elapse(15 * DAY_MS);
  return lambdaWorld;
}

describe("invoke", () => {
  it("answers a result, the version that ran and, asked for it, the tail of the log", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction();
    const answer = invoke(context, { FunctionName, Payload: JSON_BYTES, LogType: "Tail" });
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: "$LATEST" });
    expect(JSON.parse(new TextDecoder().decode(answer.Payload))).toMatchObject({ statusCode: 200 });
    expect(Buffer.from(answer.LogResult ?? "", "base64").toString()).toMatch(
      /^START RequestId: \S+ Version: \$LATEST\nEND RequestId: \S+\nREPORT RequestId: /,
    );
    expect(invoke(context, { FunctionName })).not.toHaveProperty("LogResult");
  });

  it("answers 202 to an event and 204 to a dry run", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction();
    expect(invoke(context, { FunctionName, InvocationType: "Event" })).toEqual({ StatusCode: 202 });
    expect(invoke(context, { FunctionName, InvocationType: "DryRun" })).toEqual({ StatusCode: 204 });
  });

  it("works while an update is in progress, and notes when it ran", () => {
    const { context, givenFunction, update, regionWorld } = buildLambdaWorld();
    givenFunction();
    update({ VpcConfig: CONNECTION });
    invoke(context, { FunctionName });
    expect(getFunction(regionWorld, FunctionName).lastInvokedAt).toBe(context.clock.now());
  });

  it("refuses with 409 while the function is being created, and when it failed", () => {
    const { context, latest } = buildLambdaWorld();
    createFunction(context, createRequest());
    for (const State of ["Pending", "Failed"] as const) {
      latest().State = State;
      expect(refusalOf(() => invoke(context, { FunctionName }))).toEqual({
        code: "ResourceConflictException",
        message: `The operation cannot be performed at this time. The function is currently in the following state: ${State}`,
        httpStatus: 409,
        members: { Type: "User" },
      });
    }
  });

  it("refuses a payload that is not JSON, and what does not exist", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction();
    const Payload = new TextEncoder().encode("{");
    expect(refusalOf(() => invoke(context, { FunctionName, Payload })).code).toBe(
      "InvalidRequestContentException",
    );
    expect(refusalOf(() => invoke(context, { FunctionName: "orders:live" })).message).toMatch(/orders:live$/);
  });
});

describe("a function that nobody invoked for 14 days", () => {
  it("is Inactive with Idle, and its interfaces go", () => {
    const { latest, elapse, lambdaInterfaces, givenFunction } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION });
    elapse(13 * DAY_MS);
    expect(latest().State).toBe("Active");
    elapse(2 * DAY_MS);
    expect(latest()).toMatchObject({
      State: "Inactive",
      StateReasonCode: "Idle",
      LastUpdateStatus: "Successful",
    });
    expect(lambdaInterfaces()).toEqual([]);
  });

  it("stays awake when it ran meanwhile, and never sleeps without a VPC", () => {
    const { context, latest, elapse, givenFunction } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION });
    givenFunction({ FunctionName: "plain" });
    elapse(10 * DAY_MS);
    invoke(context, { FunctionName });
    elapse(10 * DAY_MS);
    expect(latest().State).toBe("Active");
    elapse(5 * DAY_MS);
    expect(latest().State).toBe("Inactive");
    expect(latest("plain").State).toBe("Active");
  });

  it("leaves its interfaces to a sharer that is awake, and takes them along when that sleeps too", () => {
    const { context, latest, elapse, givenFunction, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ VpcConfig: CONNECTION });
    givenFunction({ FunctionName: "busy", VpcConfig: CONNECTION });
    elapse(10 * DAY_MS);
    invoke(context, { FunctionName: "busy" });
    elapse(5 * DAY_MS);
    expect(latest().State).toBe("Inactive");
    expect(lambdaInterfaces()).toHaveLength(2);
    elapse(15 * DAY_MS);
    expect(lambdaInterfaces()).toEqual([]);
  });

  it("refuses the call that wakes it with 502, then those until its interfaces are there, then runs", () => {
    const { context, elapse, latest, lambdaInterfaces } = givenSleeper();
    expect(refusalOf(() => invoke(context, { FunctionName }))).toMatchObject({
      code: "ResourceNotReadyException",
      httpStatus: 502,
      members: { Type: "Service" },
    });
    expect(latest()).toMatchObject({ State: "Pending", StateReasonCode: "Restoring" });
    elapse(30_000);
    expect(refusalOf(() => invoke(context, { FunctionName }))).toMatchObject({
      code: "ENINotReadyException",
      httpStatus: 502,
    });
    elapse(45_000);
    expect(latest()).toMatchObject({ State: "Active", LastUpdateStatus: "Successful" });
    expect(latest()).not.toHaveProperty("StateReasonCode");
    expect(lambdaInterfaces().map((eni) => eni.status)).toEqual(["in-use", "in-use"]);
    expect(invoke(context, { FunctionName }).StatusCode).toBe(200);
    elapse(13 * DAY_MS);
    expect(latest().State).toBe("Active");
  });

  it("sleeps on with the reason when it cannot be rebuilt, and wakes when the cause is gone", () => {
    const { context, world, elapse, latest } = givenSleeper();
    world.faults.push({ kind: "no-free-addresses", subnetId: "subnet-0a" });
    refusalOf(() => invoke(context, { FunctionName }));
    elapse(SETTLED_MS);
    expect(latest()).toMatchObject({ State: "Inactive", StateReasonCode: "SubnetOutOfIPAddresses" });
    world.faults = [];
    expect(refusalOf(() => invoke(context, { FunctionName }))).toMatchObject({
      code: "SubnetIPAddressLimitReachedException",
      httpStatus: 502,
      members: { Type: "Service" },
    });
    elapse(SETTLED_MS);
    expect(latest().State).toBe("Active");
  });

  it("is awake again after a redeployment", () => {
    const { update, elapse, latest, lambdaInterfaces } = givenSleeper();
    expect(update({ Timeout: 9 })).toMatchObject({ State: "Inactive", LastUpdateStatus: "InProgress" });
    elapse(SETTLED_MS);
    expect(latest()).toMatchObject({ State: "Active", LastUpdateStatus: "Successful" });
    expect(lambdaInterfaces()).toHaveLength(2);
  });
});

describe("a function that waits in vain", () => {
  it("answers 200 with FunctionError and the runtime's own words, in the log too", () => {
    const { context, world, givenFunction } = buildLambdaWorld();
    givenFunction();
    world.faults = [{ kind: "function-timeout", functionName: "orders" }];
    const answer = invoke(context, { FunctionName, LogType: "Tail" });
    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: "Unhandled" });
    expect(JSON.parse(new TextDecoder().decode(answer.Payload))).toEqual({
      errorType: "Sandbox.Timedout",
      errorMessage: expect.stringMatching(/Task timed out after 3\.00 seconds$/) as unknown,
    });
    const log = Buffer.from(answer.LogResult ?? "", "base64").toString();
    expect(log).toMatch(/Task timed out after 3\.00 seconds\nEND RequestId/);
    expect(log).toContain("Duration: 3000.00 ms\tBilled Duration: 3000 ms");
  });
});
