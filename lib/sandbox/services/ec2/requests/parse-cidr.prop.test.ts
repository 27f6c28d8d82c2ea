import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressNumber, cidrsOverlap, parseCidr } from "./parse-cidr";

const anyCidr = fc.oneof(
  fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })),
  fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })),
);

/** Throws Error for a block that should be one and is not. */
function parsed([address, length]: readonly [string, number]) {
  const cidr = parseCidr(`${address}/${String(length)}`);
  if (cidr === undefined) throw new Error(`${address}/${String(length)} is a block.`);
  return cidr;
}

describe("any block of addresses", () => {
  it("stays what it is when spelled anew, and holds the address that it was made of", () => {
    fc.assert(
      fc.property(anyCidr, (block) => {
        const cidr = parsed(block);
        const number = addressNumber(block[0]) ?? -1n;
        expect(parseCidr(cidr.canonical)).toEqual({ ...cidr, isCanonical: true });
        expect(number >= cidr.first && number <= cidr.last).toBe(true);
      }),
    );
  });

  it("overlaps another exactly when one holds the other's first address, whichever is asked", () => {
    const pair = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 }));
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const [one, other] = [parsed(a), parsed(b)];
        const holds = (outer: typeof one, number: bigint) => number >= outer.first && number <= outer.last;
        const shares = holds(one, other.first) || holds(other, one.first);
        expect(cidrsOverlap(one, other)).toBe(shares);
        expect(cidrsOverlap(other, one)).toBe(shares);
      }),
    );
  });
});
