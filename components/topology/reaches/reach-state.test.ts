import { describe, expect, it } from "vitest";
import type { ConnectionWays } from "@/lib/contract/reachability/ways";
import { getReachState } from "./reach-state";

const data: ConnectionWays = {
  snapshotId: "one",
  capturedAt: "2026-01-01T00:00:00.000Z",
  connection: {
    connectionId: "conn-1",
    vpcId: "vpc-1",
    accountId: null,
    region: null,
    subnetIds: [],
    securityGroupIds: [],
    ipv6AllowedForDualStack: false,
    functionCount: 0,
    versionCount: 1,
    functionNames: [],
  },
  items: [],
  omitted: 0,
  owners: {},
  names: {},
};
const on = { isOn: true, connectionId: "conn-1", isDrawn: true, data, error: null, snapshotId: "one" };
const kindOf = (change: Partial<Parameters<typeof getReachState>[0]>) =>
  getReachState({ ...on, ...change }).kind;

describe("the mode that draws what a connection reaches", () => {
  it("asks for a connection, waits for its ways, and says why there are none", () => {
    expect(kindOf({ isOn: false })).toBe("off");
    expect(kindOf({ connectionId: null })).toBe("choose");
    expect(kindOf({ data: undefined })).toBe("loading");
    expect(kindOf({ data: undefined, error: new Error("no") })).toBe("error");
    expect(getReachState({ ...on, isDrawn: false })).toEqual({ kind: "elsewhere", vpcId: "vpc-1" });
  });

  it("says where the answer is old, or of another reading than the diagram", () => {
    expect(getReachState(on)).toEqual({ kind: "ready", ways: data, warning: null });
    expect(getReachState({ ...on, error: new Error("no") })).toMatchObject({
      warning: "Working it out again failed; this is the last answer.",
    });
    expect(getReachState({ ...on, snapshotId: "two" })).toMatchObject({
      warning: "Worked out on another reading of the account than the diagram shows.",
    });
  });
});
