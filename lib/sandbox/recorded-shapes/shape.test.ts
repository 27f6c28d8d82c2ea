import { describe, expect, it } from "vitest";
import { compareShapes, shapeOf } from "./shape";

describe("the shape of answers", () => {
  it("gathers the types of every member over all items and answers", () => {
    const shape = shapeOf([
      {
        Vpcs: [
          { VpcId: "vpc-1", IsDefault: true },
          { VpcId: "vpc-2", Tags: [{ Key: "Name" }] },
        ],
      },
      { Vpcs: [{ VpcId: "vpc-3", Size: 3, Owner: null }] },
    ]);
    expect(Object.fromEntries([...shape].map(([path, types]) => [path, [...types]]))).toEqual({
      Vpcs: ["list"],
      "Vpcs[]": ["object"],
      "Vpcs[].VpcId": ["string"],
      "Vpcs[].IsDefault": ["boolean"],
      "Vpcs[].Tags": ["list"],
      "Vpcs[].Tags[]": ["object"],
      "Vpcs[].Tags[].Key": ["string"],
      "Vpcs[].Size": ["number"],
    });
  });

  it("knows a date however it was written", () => {
    const dates = [
      new Date(0),
      "2019-12-01 08:05:55+00:00",
      "2019-12-01T08:05:55Z",
      { __class__: "datetime" },
    ];
    expect([...(shapeOf(dates.map((At) => ({ At }))).get("At") ?? [])]).toEqual(["date"]);
  });

  it("takes keys that are a customer's data as one", () => {
    const shape = shapeOf([{ Environment: { Variables: { STAGE: "live", LEVEL: "info" } } }]);
    expect([...shape.keys()]).toEqual(["Environment", "Environment.Variables", "Environment.Variables.*"]);
  });
});

describe("comparing shapes", () => {
  it("names what is missing, what is new and what is of another type", () => {
    const recorded = shapeOf([{ Items: [{ Id: "a", Port: 443, Gone: "x" }] }]);
    const sandbox = shapeOf([{ Items: [{ Id: "a", Port: "443", New: true }] }]);
    expect(compareShapes(recorded, sandbox)).toEqual([
      { path: "Items[].Port", recorded: "number", sandbox: "string" },
      { path: "Items[].Gone", recorded: "string", sandbox: "" },
      { path: "Items[].New", recorded: "", sandbox: "boolean" },
    ]);
  });

  it("finds a list that the sandbox always leaves empty", () => {
    const recorded = shapeOf([{ Items: [{ Id: "a" }] }]);
    expect(compareShapes(recorded, shapeOf([{ Items: [] }])).map(({ path }) => path)).toEqual([
      "Items[]",
      "Items[].Id",
    ]);
  });

  it("judges nothing inside a list that was empty whenever it was recorded", () => {
    const recorded = shapeOf([{ Items: [{ Tags: [] }] }]);
    expect(compareShapes(recorded, shapeOf([{ Items: [{ Tags: [{ Key: "Name" }] }] }]))).toEqual([]);
  });
});
