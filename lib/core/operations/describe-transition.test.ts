import { describe, expect, it } from "vitest";
import { describeTransition, isSameObservation, type Observation } from "./describe-transition";

const eni = (id: string, status: string) => ({ networkInterfaceId: id, subnetId: "subnet-a", status });
const unread: Observation = {
  state: "Active",
  lastUpdateStatus: "InProgress",
  lastUpdateStatusReasonCode: "Creating",
};
const running: Observation = { ...unread, networkInterfaces: [] };

describe("describeTransition", () => {
  it("explains the first observation", () => {
    expect(describeTransition(null, running)).toContain("A change is being carried out");
  });

  it("tells only of interfaces where the state stayed", () => {
    const now = { ...running, networkInterfaces: [eni("eni-1", "pending")] };
    expect(describeTransition(running, now)).toBe("Network interface eni-1 is pending in subnet-a.");
    expect(
      describeTransition(now, {
        ...now,
        networkInterfaces: [eni("eni-1", "in-use"), eni("eni-2", "in-use")],
      }),
    ).toBe(
      "Network interface eni-1 went from pending to in-use. Network interface eni-2 is in-use in subnet-a.",
    );
    expect(describeTransition(now, running)).toBe("Network interface eni-1 is gone.");
  });

  it("says nothing of interfaces that were not read", () => {
    expect(describeTransition({ ...running, networkInterfaces: [eni("eni-1", "in-use")] }, unread)).toBe("");
  });
});

describe("isSameObservation", () => {
  it("does not care for the order of interfaces or for absent against null", () => {
    const one = { ...running, stateReason: null, networkInterfaces: [eni("eni-1", "a"), eni("eni-2", "b")] };
    const other = { ...running, networkInterfaces: [eni("eni-2", "b"), eni("eni-1", "a")] };
    expect(isSameObservation(one, other)).toBe(true);
  });

  it.each<[string, Observation]>([
    ["a state", { ...running, state: "Inactive" }],
    ["a reason", { ...running, lastUpdateStatusReasonCode: "Restoring" }],
    ["an interface", { ...running, networkInterfaces: [eni("eni-1", "pending")] }],
  ])("sees the change of %s", (_what, other) => {
    expect(isSameObservation(running, other)).toBe(false);
  });

  it("tells interfaces that were not read from none", () => {
    expect(isSameObservation(running, unread)).toBe(false);
  });
});
