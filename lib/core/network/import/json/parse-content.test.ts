import { describe, expect, it } from "vitest";
import { ImportError } from "../import-error";
import { parseContent } from "./parse-content";

function nested(levels: number): string {
  return `${"[".repeat(levels)}${"]".repeat(levels)}`;
}

describe("parseContent", () => {
  it("parses text, with or without a byte order mark, and takes what is parsed already", () => {
    expect(parseContent('\uFEFF{"Vpcs":[]}', "a.json")).toEqual({ Vpcs: [] });
    const parsed = { Vpcs: [] };
    expect(parseContent(parsed, "a.json")).toBe(parsed);
  });

  it("is nothing for a blank text: the CLI prints that for some calls without result", () => {
    expect(parseContent(" \n", "a.json")).toBeUndefined();
  });

  it("names document, line and column where it is not JSON", () => {
    expect(() => parseContent('{"Vpcs": [\n  {"VpcId": }\n]}', "eu/DescribeVpcs.json")).toThrow(
      expect.objectContaining({
        name: "ImportError",
        path: "eu/DescribeVpcs.json",
        position: expect.objectContaining({ line: 2, column: 13 }) as unknown,
        message: "eu/DescribeVpcs.json, line 2, column 13: expected a value, found `}\n]}`",
      }) as ImportError,
    );
  });

  it("refuses nesting that would overflow whoever reads it next", () => {
    expect(() => parseContent(nested(5_000), "deep.json")).toThrow(
      /deep\.json: more than 200 levels of nesting/,
    );
    expect(() => parseContent(JSON.parse(nested(5_000)), "deep.json")).toThrow(ImportError);
    expect(parseContent(nested(150), "deep.json")).toBeDefined();
  });
});
