import { describe, expect, it } from "vitest";
import { isCurrent, navItems } from "./nav-items";

describe("isCurrent", () => {
  it("marks a page and the pages below it", () => {
    expect(isCurrent("/functions?snapshotId=s1", "/functions")).toBe(true);
    expect(isCurrent("/functions", "/functions/orders-api")).toBe(true);
    expect(isCurrent("/functions", "/functions-archive")).toBe(false);
    expect(isCurrent("/functions", "/connect/detach")).toBe(true);
    expect(isCurrent("/audit", "/functions")).toBe(false);
  });
});

describe("navItems", () => {
  it("keeps the snapshot that one looks at, where it means something", () => {
    expect(navItems("s1").map((item) => item.href)).toEqual([
      "/functions?snapshotId=s1",
      "/topology?snapshotId=s1",
      "/reachability?snapshotId=s1",
      "/operations",
      "/snapshots",
      "/audit",
    ]);
  });
});
