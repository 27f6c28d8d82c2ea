import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { buildSampleCode } from "./sample-code";

describe("buildSampleCode", () => {
  it("is one module with a handler, the same bytes every time", () => {
    const files = unzipSync(buildSampleCode());
    expect(Object.keys(files)).toEqual(["index.mjs"]);
    expect(strFromU8(files["index.mjs"] ?? new Uint8Array())).toContain("export const handler");
    expect(buildSampleCode()).toEqual(buildSampleCode());
  });
});
