import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRanges, coversRange, parseCidr, rangesOverlap, type AddressRange } from "./address-range";
import { RangeIndex } from "./range-index";

/** Blocks and ranges near one another, so that many hold one another. */
const families = [
  { family: 4 as const, base: 10 * 2 ** 24, bits: 32 },
  { family: 6 as const, base: 0x2600n << 112n, bits: 128 },
];

const blocks = fc
  .record({ of: fc.constantFrom(...families), at: fc.nat(255), narrower: fc.integer({ min: -1, max: 8 }) })
  .map(({ of: { family, base, bits }, at, narrower }) => {
    const length = bits - 8 + narrower;
    const text = family === 4 ? `10.0.0.${at}/${length}` : `2600::${at.toString(16)}/${length}`;
    const range = parseCidr(text);
    if (range === null) throw new Error(`${text} is not a block over ${base}.`);
    return range;
  });

const ranges = fc
  .record({ of: fc.constantFrom(...families), ends: fc.tuple(fc.nat(511), fc.nat(511)) })
  .map(({ of: { family, base }, ends }): AddressRange => {
    const [low = 0, high = 0] = [...ends].sort((a, b) => a - b);
    return typeof base === "bigint"
      ? { family, first: base + BigInt(low), last: base + BigInt(high) }
      : { family, first: base + low, last: base + high };
  });

describe("an index of ranges", () => {
  it("finds what a look at each of them finds", () => {
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 40 }), ranges, (held, range) => {
        const index = new RangeIndex(held.map((block, position) => [block, position] as const));
        const holding = held.flatMap((block, position) => (coversRange(block, range) ? [position] : []));
        expect(
          index
            .holding(range)
            .flat()
            .sort((a, b) => a - b),
        ).toEqual(holding);
        const dividing = held.filter((block) => rangesOverlap(block, range) && !coversRange(block, range));
        const asText = (some: readonly AddressRange[]) => [
          ...new Set([...some].sort(compareRanges).map(({ first, last }) => `${first} ${last}`)),
        ];
        expect(asText(index.dividing(range))).toEqual(asText(dividing));
      }),
      { seed: 20_260, numRuns: 300 },
    );
  });

  it("tells blocks apart that differ in their upper halves only, as /64 blocks do", () => {
    const held = Array.from({ length: 50_000 }, (_, n) => {
      const range = parseCidr(`2600:1f18:${(n >> 8).toString(16)}:${(n & 255).toString(16)}::/64`);
      if (range === null) throw new Error("It is no block.");
      return [range, n] as const;
    });
    const index = new RangeIndex(held);
    expect(held.filter(([range, n]) => index.holding(range)[0]?.[0] !== n)).toEqual([]);
  });
});
