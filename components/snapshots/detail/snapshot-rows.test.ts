import { describe, expect, it } from "vitest";
import {
  coverageText,
  effortText,
  nextStepOf,
  progressFigures,
  sortCoverage,
  toCounts,
  toEffort,
  toGaps,
} from "./snapshot-rows";

const row = (call: string, status: "ok" | "failed" | "absent") => ({ call, status });

describe("sortCoverage", () => {
  it("puts first what one has to know", () => {
    const sorted = sortCoverage([row("B", "ok"), row("C", "absent"), row("D", "failed"), row("A", "ok")]);
    expect(sorted.map((item) => item.call)).toEqual(["D", "C", "A", "B"]);
  });
});

describe("toGaps", () => {
  it("names what was refused, not what was never given", () => {
    const refused = { ...row("A", "failed"), error: { code: "AccessDenied", message: "Refused." } };
    expect(toGaps([row("B", "absent"), row("C", "ok"), refused])).toEqual([
      { call: "A", message: "Refused." },
    ]);
  });
});

describe("coverageText", () => {
  it("tells what was refused from what was never given", () => {
    expect(coverageText([row("A", "ok")])).toBe("all 1 calls read");
    expect(coverageText([row("A", "failed"), row("B", "absent"), row("C", "ok")])).toBe(
      "1 not read, 1 not given of 3 calls",
    );
    expect(coverageText([])).toBe("not recorded");
  });
});

describe("toCounts", () => {
  it("leaves out kinds that have none and sums the rest", () => {
    expect(toCounts({ Vpcs: 2, Subnets: 5, NatGateways: 0 })).toEqual({
      rows: [
        { key: "Subnets", count: 5 },
        { key: "Vpcs", count: 2 },
      ],
      total: 7,
    });
  });
});

describe("toEffort", () => {
  it("sums what was measured, and is nothing for an import", () => {
    const measured = [
      { ...row("A", "ok"), requests: 2, elapsedMs: 900, waitedMs: 100, retries: 1, throttled: 1 },
      { ...row("B", "failed"), requests: 1, elapsedMs: 50, waitedMs: 0, retries: 0, throttled: 0 },
      row("C", "absent"),
    ];
    const effort = toEffort(measured);
    expect(effort).toEqual({ calls: 2, requests: 3, waitedMs: 100, retries: 1, throttled: 1 });
    expect(effort && effortText(effort)).toBe(
      "2 calls in 3 requests, 1 of them repeated (1 because AWS said to slow down)",
    );
    expect(toEffort([row("A", "ok")])).toBeUndefined();
  });
});

describe("nextStepOf", () => {
  it("names the permission where one is missing", () => {
    const error = { code: "UnauthorizedOperation", message: "no" };
    expect(nextStepOf(row("A", "ok"))).toBeUndefined();
    expect(nextStepOf({ ...row("A", "failed"), error })).toMatch(/Read again/);
    expect(
      nextStepOf({ ...row("A", "failed"), error: { ...error, missingPermission: "ec2:DescribeVpcs" } }),
    ).toContain("Allow `ec2:DescribeVpcs`");
    expect(nextStepOf(row("A", "absent"))).toMatch(/import again/);
  });
});

describe("progressFigures", () => {
  it("counts calls, resources and requests, and says where AWS slowed it down", () => {
    const progress = { callsDone: 3, callsTotal: 36, items: 1200, requests: 9, retries: 0, throttled: 2 };
    expect(progressFigures({ ...progress, currentCall: "DescribeSubnets" })).toEqual([
      { term: "Calls", value: "3 of 36" },
      { term: "Resources", value: "1,200" },
      { term: "Requests", value: "9" },
      { term: "Told to slow down", value: "2 times" },
      { term: "Now", value: "DescribeSubnets" },
    ]);
    expect(progressFigures(undefined)).toEqual([{ term: "Calls", value: "none yet" }]);
  });
});
