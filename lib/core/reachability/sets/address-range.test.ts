import { describe, expect, it } from "vitest";
import { after, before, formatRange, parseCidr, spanOf } from "./address-range";

/** The range as AWS would spell it. */
function read(text: string): string | null {
  const range = parseCidr(text);
  return range && formatRange(range);
}

describe("a CIDR block", () => {
  it.each([
    ["10.0.0.4", "10.0.0.4"],
    ["10.0.0.4/32", "10.0.0.4"],
    ["10.0.0.0/30", "10.0.0.0 to 10.0.0.3"],
    ["10.0.0.3/30", "10.0.0.0 to 10.0.0.3"],
    ["0.0.0.0/0", "0.0.0.0 to 255.255.255.255"],
    ["2600:1f18::/127", "2600:1f18:: to 2600:1f18::1"],
    ["2600:1F18:0:0::5", "2600:1f18::5"],
  ])("%s is %s", (text, range) => {
    expect(read(text)).toBe(range);
  });

  it.each([
    "",
    "10.0.0",
    "10.0.0.256",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/8/8",
    "::/129",
    "::/x",
    "::/1000",
    "::1/64/64",
    "vpc-1",
  ])("cannot be read: %j", (text) => {
    expect(read(text)).toBeNull();
  });

  it("is read once, and forgotten again where there are very many others", () => {
    const first = parseCidr("10.77.0.0/16");
    expect(parseCidr("10.77.0.0/16")).toBe(first);
    for (let index = 0; index < 20_001; index++) parseCidr(`172.16.${index >> 8}.${index & 255}`);
    expect(parseCidr("10.77.0.0/16")).not.toBe(first);
    expect(parseCidr("10.77.0.0/16")).toEqual(first);
  });
});

describe("addresses next to each other", () => {
  it.each([
    ["10.0.0.255", "10.0.1.0"],
    ["2600::ffff", "2600::1:0"],
  ])("are %s and %s", (one, other) => {
    const [left, right] = [one, other].map((text) => parseCidr(text)?.first ?? 0);
    expect(after(left ?? 0)).toBe(right);
    expect(before(right ?? 0)).toBe(left);
  });
});

describe("the span of several ranges", () => {
  it.each([
    [["10.0.1.0/24", "10.0.3.0/24"], "10.0.1.0 to 10.0.3.255"],
    [["10.0.3.0/24", "10.0.1.0/24"], "10.0.1.0 to 10.0.3.255"],
    [["10.0.0.0/16", "10.0.1.0/24"], "10.0.0.0 to 10.0.255.255"],
    [["10.0.1.7"], "10.0.1.7"],
  ])("of %j is %s", (texts, span) => {
    expect(formatRange(spanOf(texts.flatMap((text) => parseCidr(text) ?? [])))).toBe(span);
  });
});
