import { describe, expect, it } from "vitest";
import { countsText, sumOfCounts } from "./vpc-counts";
import { node } from "./view.test-builder";

describe("countsText", () => {
  it("counts what a VPC of the overview holds", () => {
    expect(countsText({ functions: 1, subnets: 1200 })).toBe("1 function · 1,200 subnets");
    expect(countsText(undefined)).toBeUndefined();
  });
});

describe("sumOfCounts", () => {
  it("adds up the VPCs of a region", () => {
    const vpcs = [3, 40].map((functions) =>
      node(`v${functions}`, "vpc", { counts: { functions, subnets: 2 } }),
    );
    expect(sumOfCounts([...vpcs, node("tgw", "transit-gateway")])).toBe("2 VPCs · 43 functions in them");
    expect(sumOfCounts([])).toBeUndefined();
  });
});
