import { describe, expect, it } from "vitest";
import { filterFunctions, stateOptions, vpcOptions, type FunctionFilter } from "./filter-functions";
import { toFunctionLook } from "./function-look";
import { buildFunction } from "./function.test-builder";

const detached = { vpcConfig: null, vpcName: null, connectionId: null };
const items = [
  buildFunction(),
  buildFunction({ functionName: "thumbnails", ...detached, state: "Inactive" }),
  buildFunction({ functionName: "billing", lastUpdateStatus: "Failed" }),
  buildFunction({ functionName: "unread", ...detached, state: null, lastUpdateStatus: null }),
];
const all: FunctionFilter = { q: "", vpcId: null, state: null, attached: null };
const names = (filter: Partial<FunctionFilter>) =>
  filterFunctions(items, { ...all, ...filter }).map((fn) => fn.functionName);

describe("filterFunctions", () => {
  it("needs every word, wherever it stands", () => {
    expect(names({ q: "API prod" })).toEqual(["orders-api"]);
    expect(names({ q: "subnet-a" })).toEqual(["orders-api", "billing"]);
    expect(names({ q: "nothing" })).toEqual([]);
  });

  it("tells functions in a VPC from those in none", () => {
    expect(names({ vpcId: "none" })).toEqual(["thumbnails", "unread"]);
    expect(names({ vpcId: "vpc-1" })).toEqual(["orders-api", "billing"]);
    expect(names({ attached: "no" })).toEqual(["thumbnails", "unread"]);
  });

  it("takes AWS's word for a state and the one shown", () => {
    expect(names({ state: "Inactive" })).toEqual(["thumbnails"]);
    expect(names({ state: "Update failed" })).toEqual(["billing"]);
    expect(names({ state: "Not read" })).toEqual(["unread"]);
  });
});

describe("toFunctionLook", () => {
  it("tells a running or failed update before an Active state", () => {
    expect(toFunctionLook(buildFunction({ lastUpdateStatus: "InProgress" })).tone).toBe("progress");
    expect(toFunctionLook(buildFunction({ operationId: "op" })).label).toBe("Updating");
    expect(toFunctionLook(buildFunction({ lastUpdateStatus: "Failed" })).tone).toBe("danger");
  });

  it("never looks fine where nothing was read", () => {
    expect(toFunctionLook(buildFunction({ state: null, lastUpdateStatus: null })).tone).toBe("unknown");
  });
});

describe("options", () => {
  it("counts what each filter would show", () => {
    expect(vpcOptions(items).map(({ value, count }) => [value, count])).toEqual([
      ["none", 2],
      ["vpc-1", 2],
    ]);
    expect(stateOptions(items).map(({ label }) => label)).toEqual([
      "Active",
      "Inactive",
      "Update failed",
      "Not read",
    ]);
  });
});
