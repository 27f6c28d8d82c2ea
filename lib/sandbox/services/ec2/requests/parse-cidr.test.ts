import { describe, expect, it } from "vitest";
import { parseCidr } from "./parse-cidr";

describe("a block of addresses", () => {
  it("is spelled with its host's bits zero", () => {
    expect(parseCidr("100.68.0.18/18")).toMatchObject({ canonical: "100.68.0.0/18", isCanonical: false });
    expect(parseCidr("2001:DB8:0:0::1/32")).toMatchObject({ canonical: "2001:db8::/32", family: 6 });
    expect(parseCidr("0.0.0.0/0")).toMatchObject({ isCanonical: true, first: 0n, last: 2n ** 32n - 1n });
  });

  it.each([
    "10.0.0.0",
    "10.0.0/8",
    "10.0.0.256/8",
    "10.0.0.0/33",
    "10.0.0.0/",
    "::/129",
    "x/8",
    "10.0.0.0/8/8",
  ])("is not %s", (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});
