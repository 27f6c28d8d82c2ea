import { describe, expect, it } from "vitest";
import type { FlowQuestion } from "@/lib/contract/reachability/flow-question";
import { CROSS_CHECK_PRICE, toCrossCheck } from "./to-cross-check";

const flow: FlowQuestion = {
  source: { functionName: "orders-api" },
  destination: { internet: true },
  protocol: "tcp",
  port: 443,
};

describe("the question for AWS's analyzer", () => {
  it("is the same, from the subnet that is shown", () => {
    const same = { destination: { internet: true }, protocol: "tcp", port: 443 };
    expect(toCrossCheck(flow, "subnet-1")).toEqual({
      functionName: "orders-api",
      subnetId: "subnet-1",
      ...same,
    });
    expect(toCrossCheck(flow, null)).toEqual({ functionName: "orders-api", ...same });
  });

  it("cannot be asked from elsewhere, of other protocols, or of many ports", () => {
    expect(toCrossCheck({ ...flow, source: { cidr: "10.0.0.0/8" } }, null)).toMatch(/function’s interface/);
    expect(toCrossCheck({ ...flow, protocol: "icmp" }, null)).toMatch(/TCP and UDP/);
    expect(toCrossCheck({ ...flow, port: { from: 1, to: 2 } }, null)).toMatch(/one port/);
  });

  it("has a price that is said first", () => {
    expect(CROSS_CHECK_PRICE).toBe("0.10 USD");
  });
});
