import { describe, expect, it } from "vitest";
import { buildNetwork } from "../../network/build-network";
import { functionRows, worstState } from "./function-rows";

describe("worstState", () => {
  it.each([
    [["Active", "Inactive", "Pending"], "Inactive"],
    [["Pending", "Failed"], "Failed"],
    [["Active", null], "Active"],
    [["Active", "SomethingNew"], "SomethingNew"],
    [[null], null],
    [[], null],
  ])("of %j is %j", (states, worst) => {
    expect(worstState(states)).toBe(worst);
  });
});

describe("functionRows", () => {
  it("names a function that is not in the network by its ARN", () => {
    expect(functionRows(buildNetwork({ captures: [] }), ["arn:b", "arn:a"])).toEqual([
      { functionName: "arn:a", functionArn: "arn:a", state: null },
      { functionName: "arn:b", functionArn: "arn:b", state: null },
    ]);
  });
});
