import { describe, expect, it } from "vitest";
import { buildLambdaWorld, createRequest, refusalOf } from "../lambda-world.test-builder";
import { createFunction } from "./create-function";
import { deleteFunction } from "./delete-function";
import { listFunctions } from "./list-functions";

function givenMany(count: number) {
  const lambdaWorld = buildLambdaWorld();
  for (let index = 0; index < count; index += 1) {
    createFunction(
      lambdaWorld.context,
      createRequest({ FunctionName: `f-${String(index).padStart(3, "0")}` }),
    );
  }
  return lambdaWorld;
}

describe("listFunctions", () => {
  it("omits the state, the update's status and the runtime's version", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction();
    const [item] = listFunctions(context, {}).Functions ?? [];
    expect(item).toMatchObject({ FunctionName: "orders", Version: "$LATEST", Runtime: "nodejs22.x" });
    for (const member of ["State", "StateReason", "StateReasonCode", "RuntimeVersionConfig"]) {
      expect(item).not.toHaveProperty(member);
    }
    expect(Object.keys(item ?? {}).filter((member) => member.startsWith("LastUpdate"))).toEqual([]);
  });

  it("gives at most 50 at a time whatever MaxItems says, and every function once over all pages", () => {
    const { context } = givenMany(120);
    const names: (string | undefined)[] = [];
    const sizes: number[] = [];
    let Marker: string | undefined;
    do {
      const page = listFunctions(context, { Marker, MaxItems: 10_000 });
      names.push(...(page.Functions ?? []).map((item) => item.FunctionName));
      sizes.push(page.Functions?.length ?? 0);
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(names).size).toBe(120);
  });

  it("has no marker when the last page is full", () => {
    const { context } = givenMany(4);
    const first = listFunctions(context, { MaxItems: 2 });
    const second = listFunctions(context, { MaxItems: 2, Marker: first.NextMarker });
    expect(second.Functions).toHaveLength(2);
    expect(second).not.toHaveProperty("NextMarker");
  });

  it("misses nobody when the function that the marker names is deleted", () => {
    const { context } = givenMany(4);
    const first = listFunctions(context, { MaxItems: 2 });
    deleteFunction(context, { FunctionName: "f-001" });
    const second = listFunctions(context, { Marker: first.NextMarker });
    expect(second.Functions?.map((item) => item.FunctionName)).toEqual(["f-002", "f-003"]);
  });

  it("with FunctionVersion=ALL gives published versions too, every ARN qualified", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction({ Publish: true });
    const all = listFunctions(context, { FunctionVersion: "ALL" }).Functions ?? [];
    expect(all.map((item) => item.FunctionArn?.split(":function:")[1])).toEqual([
      "orders:$LATEST",
      "orders:1",
    ]);
    expect(listFunctions(context, {}).Functions).toHaveLength(1);
  });

  it("refuses MaxItems outside 1 to 10000, and a marker that it did not give", () => {
    const { context } = buildLambdaWorld();
    expect(refusalOf(() => listFunctions(context, { MaxItems: 0 })).message).toBe(
      "1 validation error detected: Value '0' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1",
    );
    expect(refusalOf(() => listFunctions(context, { Marker: "mine" })).code).toBe(
      "InvalidParameterValueException",
    );
  });
});
