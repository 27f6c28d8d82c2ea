import { describe, expect, it } from "vitest";
import { aCapture, aFullCapture, deniedCalls } from "@/lib/testing/builders/snapshot";
import { buildNetwork } from "./build-network";
import { callOfKey, keyOfCall, readCalls } from "./calls";
import { coverageOf, describeGap, gapsOf } from "./coverage-of";

const denied = aCapture({}, { coverage: deniedCalls("DescribeVpcs") });

describe("coverageOf", () => {
  it("is what the capture where a resource was read says", () => {
    const network = buildNetwork({ captures: [aFullCapture(), denied, aCapture()] });
    expect(coverageOf(network, "DescribeVpcs", { captureIndex: 0 })).toEqual({ status: "ok" });
    expect(coverageOf(network, "DescribeVpcs", { captureIndex: 1 }).status).toBe("failed");
    expect(coverageOf(network, "DescribeVpcs", { captureIndex: 2 })).toEqual({ status: "absent" });
    expect(coverageOf(network, "DescribeVpcs", { captureIndex: 3 })).toEqual({ status: "absent" });
  });

  it("of the whole network is ok only where every capture was read", () => {
    const of = (...captures: Parameters<typeof buildNetwork>[0]["captures"]) =>
      coverageOf(buildNetwork({ captures }), "DescribeVpcs").status;
    expect(of(aFullCapture(), aFullCapture())).toBe("ok");
    expect(of(aFullCapture(), aCapture())).toBe("absent");
    expect(of(aFullCapture(), aCapture(), denied)).toBe("failed");
    expect(of()).toBe("absent");
  });

  it("takes a call that the capture does not mention for absent, and a failure without words for a failure", () => {
    const silent = aFullCapture({}, { coverage: [{ call: "DescribeSubnets", status: "failed" }] });
    const network = buildNetwork({ captures: [silent] });
    expect(coverageOf(network, "DescribeVpcs").status).toBe("absent");
    expect(coverageOf(network, "DescribeSubnets")).toEqual({
      status: "failed",
      error: { code: "Unknown", message: "The call failed." },
    });
  });
});

describe("describeGap", () => {
  it("names AWS's code and the permission that is missing", () => {
    const network = buildNetwork({ captures: [denied] });
    expect(describeGap("DescribeVpcs", coverageOf(network, "DescribeVpcs"))).toBe(
      "DescribeVpcs failed (UnauthorizedOperation, needs ec2:DescribeVpcs): You are not authorized.",
    );
    const error = { code: "Throttling", message: "Rate exceeded" };
    expect(describeGap("DescribeVpcs", { status: "failed", error })).toBe(
      "DescribeVpcs failed (Throttling): Rate exceeded",
    );
  });

  it("is nothing for a call that was read, and says so of one that was not", () => {
    expect(describeGap("DescribeVpcs", { status: "ok" })).toBeUndefined();
    expect(describeGap("DescribeVpcs", { status: "absent" })).toBe("DescribeVpcs was not read");
  });
});

describe("gapsOf", () => {
  it("lists the calls that were not read, and no other", () => {
    const network = buildNetwork({ captures: [aFullCapture(), denied] });
    expect(gapsOf(network, ["DescribeVpcs", "DescribeSubnets"], { captureIndex: 0 })).toEqual([]);
    expect(gapsOf(network, ["DescribeVpcs"]).map(({ call }) => call)).toEqual(["DescribeVpcs"]);
  });
});

describe("the table of calls", () => {
  it("keeps each kind of resource under one call", () => {
    expect(new Set(Object.values(keyOfCall)).size).toBe(readCalls.length);
    expect(readCalls.every((call) => callOfKey.get(keyOfCall[call]) === call)).toBe(true);
  });
});
