import type { VpcConfig } from "@aws-sdk/client-lambda";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findInterfacePair, interfaceKey } from "../../../lambda-interfaces/interface-key";
import { heldInterfaceKeys, heldKeysAmong } from "../../../lambda-interfaces/interface-users";
import { AwsError } from "../../../aws-error";
import { createFunction } from "../functions/create-function";
import { deleteFunction } from "../functions/delete-function";
import { updateFunctionConfiguration } from "../functions/update-function-configuration";
import { buildLambdaWorld, createRequest, type LambdaWorld } from "../lambda-world.test-builder";
import { publishVersion } from "../versions/publish-version";

const FunctionName = fc.constantFrom("a", "b", "c");
const vpcConfig: fc.Arbitrary<VpcConfig> = fc.oneof(
  fc.constant<VpcConfig>({ SubnetIds: [], SecurityGroupIds: [] }),
  fc.record({
    SubnetIds: fc.subarray(["subnet-0a", "subnet-0b", "subnet-0tiny"], { minLength: 1 }),
    SecurityGroupIds: fc.subarray(["sg-0app", "sg-0db"], { minLength: 1 }),
  }),
);
const PAIRS = ["subnet-0a", "subnet-0b"].flatMap((subnetId) => [
  { subnetId, securityGroupIds: ["sg-0app"] },
  { subnetId, securityGroupIds: ["sg-0db", "sg-0app"] },
]);
const step = fc.oneof(
  fc.record({ kind: fc.constant("create" as const), FunctionName, VpcConfig: vpcConfig }),
  fc.record({ kind: fc.constant("update" as const), FunctionName, VpcConfig: vpcConfig }),
  fc.record({ kind: fc.constant("publish" as const), FunctionName }),
  fc.record({ kind: fc.constant("delete" as const), FunctionName }),
  fc.record({ kind: fc.constant("exhaust" as const), isExhausted: fc.boolean() }),
  fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 30 * 60_000 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does a step; what AWS would refuse in that state changes nothing. */
function take(lambdaWorld: LambdaWorld, taken: Step): void {
  const { context, world } = lambdaWorld;
  try {
    switch (taken.kind) {
      case "create":
        createFunction(context, createRequest(taken));
        break;
      case "update":
        updateFunctionConfiguration(context, taken);
        break;
      case "publish":
        publishVersion(context, taken);
        break;
      case "delete":
        deleteFunction(context, taken);
        break;
      case "exhaust":
        world.faults = taken.isExhausted ? [{ kind: "no-free-addresses", subnetId: "subnet-0b" }] : [];
        break;
      case "wait":
        lambdaWorld.elapse(taken.ms);
        break;
    }
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
  }
}

describe("whatever is created, updated, published and deleted in whatever order", () => {
  it("in the end exactly the connections that somebody holds have one interface each, and nothing is in progress", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const lambdaWorld = buildLambdaWorld();
        for (const taken of steps) take(lambdaWorld, taken);
        const all = heldInterfaceKeys(lambdaWorld.regionWorld);
        const asked = PAIRS.filter((pair) => all.has(interfaceKey(pair))).map(interfaceKey);
        expect([...heldKeysAmong(lambdaWorld.regionWorld, PAIRS)].toSorted()).toEqual(asked.toSorted());
        lambdaWorld.elapse(60 * 60_000);
        const { regionWorld } = lambdaWorld;
        const served = regionWorld.networkInterfaces.flatMap((eni) => {
          const pair = findInterfacePair(eni);
          return pair === undefined ? [] : [interfaceKey(pair)];
        });
        expect(served.toSorted()).toEqual([...heldInterfaceKeys(regionWorld)].toSorted());
        expect(regionWorld.networkInterfaces.every((eni) => eni.Status === "in-use")).toBe(true);
        for (const version of regionWorld.functions.flatMap((fn) => fn.versions)) {
          expect(["Active", "Failed"]).toContain(version.State);
          expect(version.LastUpdateStatus).not.toBe("InProgress");
        }
        expect(regionWorld.functions.every((fn) => fn.serving === undefined)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
