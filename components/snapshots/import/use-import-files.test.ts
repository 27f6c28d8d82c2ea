import { describe, expect, it } from "vitest";
import { formatBytes, suggestName } from "./use-import-files";

describe("suggestName", () => {
  it("takes the folder that holds everything, else the first file", () => {
    expect(suggestName([{ path: "prod/1/DescribeVpcs.json" }, { path: "prod/x.json" }])).toBe("prod");
    expect(suggestName([{ path: "DescribeVpcs.json" }, { path: "prod/x.json" }])).toBe("DescribeVpcs");
    expect(suggestName([])).toBe("");
  });
});

describe("formatBytes", () => {
  it("gives sizes their unit", () => {
    expect([12, 2048, 3 * 1024 * 1024].map(formatBytes)).toEqual(["12 B", "2.0 KB", "3.0 MB"]);
  });
});
