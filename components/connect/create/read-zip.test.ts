import { describe, expect, it } from "vitest";
import { MAX_ZIP_BYTES, whyNotZip } from "./read-zip";

const zipHead = new Uint8Array([0x50, 0x4b, 3, 4]);

describe("whyNotZip", () => {
  it("takes a zip up to 50 MB", () => {
    expect(whyNotZip(MAX_ZIP_BYTES, zipHead)).toBeUndefined();
    expect(whyNotZip(MAX_ZIP_BYTES + 1, zipHead)).toMatch(/51 MB.*S3/);
  });

  it("refuses what is no zip", () => {
    expect(whyNotZip(10, new Uint8Array([0x1f, 0x8b]))).toBe("It is not a zip.");
    expect(whyNotZip(0, new Uint8Array())).toBe("It is not a zip.");
  });
});
