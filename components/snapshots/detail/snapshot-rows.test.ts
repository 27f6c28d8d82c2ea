import { describe, expect, it } from "vitest";
import { coverageText, sortCoverage, toCounts, toGaps } from "./snapshot-rows";

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
