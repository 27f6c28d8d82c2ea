import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ALL_PORTS,
  coversPorts,
  intersectPorts,
  lowestPort,
  NO_PORTS,
  pairsOf,
  portsBetween,
  sharesPorts,
  subtractPorts,
  unitePorts,
  type PortSet,
} from "./port-set";

/** A set as the numbers that it holds, up to 40, and as it is written: pairs with a gap between them. */
const LAST = 40;
const sets = fc
  .uniqueArray(fc.integer({ min: 0, max: LAST }), { maxLength: 20 })
  .map((numbers) => ({ numbers: new Set(numbers), set: writtenAs(new Set(numbers)) }));

function writtenAs(numbers: ReadonlySet<number>): PortSet {
  const bounds: number[] = [];
  for (let number = 0; number <= LAST + 1; number++) {
    if (numbers.has(number) && !numbers.has(number - 1)) bounds.push(number);
    if (!numbers.has(number) && numbers.has(number - 1)) bounds.push(number - 1);
  }
  return bounds;
}

const all = Array.from({ length: LAST + 1 }, (_, number) => number);

describe("sets of ports", () => {
  it.each<
    [string, (left: PortSet, right: PortSet) => PortSet, (inLeft: boolean, inRight: boolean) => boolean]
  >([
    ["unite", unitePorts, (inLeft, inRight) => inLeft || inRight],
    ["intersect", intersectPorts, (inLeft, inRight) => inLeft && inRight],
    ["subtract", subtractPorts, (inLeft, inRight) => inLeft && !inRight],
  ])("%s as sets of numbers do, written with a gap between any two pairs", (_, operation, holds) => {
    fc.assert(
      fc.property(sets, sets, (left, right) => {
        const numbers = all.filter((one) => holds(left.numbers.has(one), right.numbers.has(one)));
        expect(operation(left.set, right.set)).toEqual(writtenAs(new Set(numbers)));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("take the same time for each number, however many there are", () => {
    const odd = Array.from({ length: 65_536 }, (_, n) => 2 * Math.floor(n / 2) + 1);
    const even = odd.map((port) => port - 1);
    expect(intersectPorts(odd, even)).toEqual([]);
    expect(intersectPorts(odd, [0, 9])).toEqual([1, 1, 3, 3, 5, 5, 7, 7, 9, 9]);
    expect(subtractPorts(odd, even)).toEqual(odd);
    expect(subtractPorts(ALL_PORTS, odd)).toEqual(even);
    expect(unitePorts(odd, even)).toEqual(ALL_PORTS);
    expect(coversPorts(odd, even)).toBe(false);
    expect(pairsOf(even).some(([from, to]) => sharesPorts(odd, [from, to]))).toBe(false);
  });

  it("cover what they hold all of, and share what both hold", () => {
    fc.assert(
      fc.property(sets, sets, (left, right) => {
        const isHeld = [...right.numbers].every((number) => left.numbers.has(number));
        expect(coversPorts(left.set, right.set)).toBe(isHeld);
        expect(sharesPorts(left.set, right.set)).toBe(
          [...right.numbers].some((one) => left.numbers.has(one)),
        );
        expect(coversPorts(left.set, intersectPorts(left.set, right.set))).toBe(true);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("have a lowest port and pairs", () => {
    expect(lowestPort([7, 9, 12, 12])).toBe(7);
    expect(pairsOf([7, 9, 12, 12])).toEqual([
      [7, 9],
      [12, 12],
    ]);
    expect(pairsOf(NO_PORTS)).toEqual([]);
  });

  it("hold both ends of a range, and nothing of a reversed one", () => {
    expect(portsBetween(3, 3)).toEqual([3, 3]);
    expect(portsBetween(3, 5)).toEqual([3, 5]);
    expect(portsBetween(5, 3)).toEqual([]);
  });

  it("are not made anew where one of the two is the answer", () => {
    const some: PortSet = [80, 90, 443, 443];
    expect(unitePorts(some, [85, 88])).toBe(some);
    expect(unitePorts([85, 88], some)).toBe(some);
    expect(unitePorts(some, NO_PORTS)).toBe(some);
    expect(unitePorts(NO_PORTS, some)).toBe(some);
    expect(unitePorts(some, ALL_PORTS)).toBe(ALL_PORTS);
    expect(intersectPorts(some, some)).toBe(some);
  });
});
