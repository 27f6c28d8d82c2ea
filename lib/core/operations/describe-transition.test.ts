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
    expect(describeTransition(running, now)).toBe("AWS created a network interface.");
    expect(
      describeTransition(now, {
        ...now,
        networkInterfaces: [eni("eni-1", "in-use"), eni("eni-2", "in-use")],
      }),
    ).toBe("AWS created a network interface. The status of a network interface changed.");
    expect(describeTransition(now, running)).toBe("AWS deleted a network interface.");
  });

  it("names no interface, because each is listed with the transition", () => {
    const many = { ...running, networkInterfaces: [eni("eni-1", "pending"), eni("eni-2", "pending")] };
    expect(describeTransition(running, many)).toBe("AWS created 2 network interfaces.");
    expect(describeTransition(null, many)).not.toContain("eni-");
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
