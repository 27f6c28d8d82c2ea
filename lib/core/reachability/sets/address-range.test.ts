import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AddressRange,
  after,
  before,
  type CidrRange,
  compareRanges,
  coversRange,
  describeRanges,
  formatCidr,
  formatRange,
  INTERNET,
  parseCidr,
  rangesOverlap,
  spanOf,
  withoutRanges,
} from "./address-range";

/** The range as AWS would spell it. */
function read(text: string): string | null {
  const range = parseCidr(text);
  return range && formatRange(range);
}

describe("a CIDR block", () => {
  it.each([
    ["10.0.0.4", "10.0.0.4"],
    ["255.255.255.255", "255.255.255.255"],
    ["1.2.3.4", "1.2.3.4"],
    ["::/128", "::"],
    ["2600::/16", "2600::/16"],
    ["10.0.0.4/32", "10.0.0.4"],
    ["10.0.0.0/30", "10.0.0.0/30"],
    ["10.0.0.3/30", "10.0.0.0/30"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["2600:1f18::/127", "2600:1f18::/127"],
    ["2600:1F18:0:0::5", "2600:1f18::5"],
    ["2600:1F18:0:1:2:3:4:5/128", "2600:1f18:0:1:2:3:4:5"],
    ["2600:1f18:0:1:2:3:4:5/126", "2600:1f18:0:1:2:3:4:4/126"],
    ["2600:1f18::a:b/127", "2600:1f18::a:a/127"],
  ])("%s is %s", (text, range) => {
    expect(read(text)).toBe(range);
  });

  it.each([
    "",
    "10.0.0",
    "10.0.0.256",
    "256.0.0.0",
    "0.256.0.0",
    "0.0.256.0",
    "1.2.3.4.5",
    " 10.0.0.1",
    "::/64x",
    "::/x64",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/8/8",
    "::/129",
    "2600::/129",
    "1:2:3:4:5::6:7:8:9/64",
    "1:2:3:4:5:6:7/64",
    "1:2:3:4:5:6:7:8:9/64",
    "1:2::3::4/64",
    "12345::/64",
    "::/x",
    "::/1000",
    "::1/64/64",
    "vpc-1",
  ])("cannot be read: %j", (text) => {
    expect(read(text)).toBeNull();
  });

  it("of IPv6 is read once, and forgotten again where there are very many others", () => {
    const first = parseCidr("2600:77::/32");
    expect(parseCidr("2600:77::/32")).toBe(first);
    for (let index = 0; index < 20_001; index++) parseCidr(`2600:78::${index.toString(16)}`);
    expect(parseCidr("2600:77::/32")).not.toBe(first);
    expect(parseCidr("2600:77::/32")).toEqual(first);
  });

  it("of IPv4 is read as its pattern says, whatever stands there", () => {
    const pattern = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/;
    const texts = fc.string({
      unit: fc.constantFrom("0", "1", "25", ".", ".", ".", "/", "9"),
      maxLength: 20,
    });
    fc.assert(
      fc.property(texts, (text) => {
        const [, ...parts] = pattern.exec(text) ?? [];
        const [a, b, c, d, length = 32] = parts.map((part: string | undefined) => part && Number(part));
        const octets = [a, b, c, d].map(Number);
        const isBlock = parts.length > 0 && octets.every((one) => one <= 255) && Number(length) <= 32;
        const address = octets.reduce((sum, one) => sum * 256 + one, 0);
        const size = 2 ** (32 - Number(length));
        expect(parseCidr(text)?.first).toBe(isBlock ? Math.floor(address / size) * size : undefined);
      }),
      { seed: 4, numRuns: 3000 },
    );
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
    [["10.0.1.0/24", "10.0.3.0/24"], "10.0.1.0–10.0.3.255"],
    [["10.0.3.0/24", "10.0.1.0/24"], "10.0.1.0–10.0.3.255"],
    [["10.0.0.0/16", "10.0.1.0/24"], "10.0.0.0/16"],
    [["10.0.1.0/25", "10.0.1.128/25"], "10.0.1.0/24"],
    [["10.0.1.128/25", "10.0.2.0/25"], "10.0.1.128–10.0.2.127"],
    [["10.0.1.7"], "10.0.1.7"],
  ])("of %j is %s", (texts, span) => {
    expect(formatRange(spanOf(texts.flatMap((text) => parseCidr(text) ?? [])))).toBe(span);
  });
});

describe("a range without others", () => {
  it.each([
    [[], "10.0.0.0/24"],
    [["10.0.0.64/26"], "10.0.0.0/26, 10.0.0.128/25"],
    [["10.0.0.64/26", "10.0.0.4"], "10.0.0.0/30, 10.0.0.5–10.0.0.63, 10.0.0.128/25"],
    [["10.0.0.0/25"], "10.0.0.128/25"],
    [["10.0.0.128/25", "10.0.1.0/24"], "10.0.0.0/25"],
    [["10.0.0.0/25", "10.0.0.128/25"], ""],
    [["10.0.0.0/16"], ""],
  ])("without %j is %s", (others, left) => {
    expect(withoutRanges(range("10.0.0.0/24"), others.map(range)).map(formatRange).join(", ")).toBe(left);
  });
});

it("ranges are listed, the first three of them", () => {
  const all = ["10.0.0.0/31", "10.0.0.4", "10.0.0.6", "10.0.0.8", "10.0.0.10"].map(range);
  expect(describeRanges(all.slice(0, 1))).toBe("10.0.0.0/31");
  expect(describeRanges(all.slice(0, 3))).toBe("10.0.0.0/31, 10.0.0.4 and 10.0.0.6");
  expect(describeRanges(all)).toBe("10.0.0.0/31, 10.0.0.4, 10.0.0.6 and 2 more");
});

function range(text: string): CidrRange {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(`${text} is a CIDR block`);
  return parsed;
}

describe("two ranges", () => {
  const a = { family: 4 as const, first: 10, last: 20 };
  it.each<[string, Partial<AddressRange>, { covers: boolean; overlaps: boolean; order: number }]>([
    ["the same", {}, { covers: true, overlaps: true, order: 0 }],
    ["one within", { first: 11, last: 19 }, { covers: true, overlaps: true, order: -1 }],
    ["one that begins before", { first: 9 }, { covers: false, overlaps: true, order: 1 }],
    ["one that ends after", { last: 21 }, { covers: false, overlaps: true, order: 1 }],
    ["one that ends before", { last: 19 }, { covers: true, overlaps: true, order: -1 }],
    ["one that touches at the end", { first: 20, last: 30 }, { covers: false, overlaps: true, order: -1 }],
    ["one that touches at the start", { first: 0, last: 10 }, { covers: false, overlaps: true, order: 1 }],
    ["the next", { first: 21, last: 30 }, { covers: false, overlaps: false, order: -1 }],
    ["the one before", { first: 0, last: 9 }, { covers: false, overlaps: false, order: 1 }],
    ["one of the other family", { family: 6 }, { covers: false, overlaps: false, order: -2 }],
  ])("compared with %s", (_, other, expected) => {
    const b = { ...a, ...other };
    const found = { covers: coversRange(a, b), overlaps: rangesOverlap(a, b), order: compareRanges(a, b) };
    expect(found).toEqual(expected);
    expect(rangesOverlap(b, a)).toBe(expected.overlaps);
    expect(compareRanges(b, a) + compareRanges(a, b)).toBe(0);
  });
});

describe("a range is written", () => {
  it("as the internet where it is just that", () => {
    const [v4, v6] = [INTERNET[4], INTERNET[6]];
    expect([v4, v6].map(formatRange)).toEqual(["the internet", "the internet"]);
    expect(formatRange({ ...v4, first: v4.first + 1 })).toBe("1.0.0.1–223.255.255.255");
    expect(formatRange({ ...v4, last: v4.last - 1 })).toBe("1.0.0.0–223.255.255.254");
    expect(formatRange({ ...v6, last: v6.last - 1n })).toMatch(/^2000::–3fff/);
  });

  it.each(["10.1.0.0/16", "2600:1f18::/32", "0.0.0.0/0"])("as %s again", (text) => {
    expect(formatCidr(range(text))).toBe(text);
  });
});
