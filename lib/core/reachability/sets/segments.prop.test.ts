import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { portsBetween, uniteAllPorts } from "./port-set";
import { claimedBy, firstOf, segmentsOf, shareOut, type InTurn, type Segments } from "./segments";

const LAST = 30;
const number = fc.integer({ min: 0, max: LAST });
const ports = fc
  .array(fc.tuple(number, number), { maxLength: 4 })
  .map((pairs) => uniteAllPorts(pairs.map(([from, to]) => portsBetween(from, to))));
/** Each claims some numbers; those of either kind stand in their turn. */
const claims = fc.array(fc.tuple(ports, fc.boolean()), { maxLength: 12 });
const all = Array.from({ length: LAST + 1 }, (_, at) => at);

function holds(set: readonly number[], at: number): boolean {
  return set.some((from, index) => index % 2 === 0 && from <= at && at <= (set[index + 1] ?? -1));
}

function together(some: readonly Segments<InTurn>[]): Segments<InTurn> {
  return some.reduce(firstOf, []);
}

describe("numbers that several claim", () => {
  it("belong each to the first that claims it, in whichever order they are put together", () => {
    fc.assert(
      fc.property(claims, (given) => {
        const own = given.map(([set], position) => segmentsOf(set, { position }));
        const half = Math.floor(own.length / 2);
        const odd = own.filter((_, position) => position % 2 === 1);
        const even = own.filter((_, position) => position % 2 === 0);
        const winners = all.map((at) => given.findIndex(([set]) => holds(set, at)));
        for (const merged of [
          together(own),
          together([...own].reverse()),
          firstOf(together(own.slice(half)), together(own.slice(0, half))),
          firstOf(together(odd), together(even)),
        ]) {
          const of = (at: number) => merged.find(({ from, to }) => from <= at && at <= to)?.by.position ?? -1;
          expect(all.map(of)).toEqual(winners);
          // Sorted, disjoint, and nothing in two pieces that is one.
          for (const [index, { from, by }] of merged.entries()) {
            const before = merged[index - 1];
            const isApart = before === undefined || before.to < from - (before.by === by ? 1 : 0);
            expect(isApart).toBe(true);
          }
        }
      }),
      { seed: 32_766, numRuns: 300 },
    );
  });

  it("are shared out as they belong, and all of one kind found", () => {
    fc.assert(
      fc.property(claims, ports, (given, wanted) => {
        const merged = together(given.map(([set], position) => segmentsOf(set, { position })));
        const shares = shareOut(merged, wanted);
        const winners = all.map((at) => given.findIndex(([set]) => holds(set, at)));
        for (const position of given.keys()) {
          const share = [...shares].find(([by]) => by.position === position)?.[1] ?? [];
          expect(all.filter((at) => holds(share, at))).toEqual(
            all.filter((at) => holds(wanted, at) && winners[at] === position),
          );
        }
        const isChosen = (position: number) => given[position]?.[1] === true;
        const chosen = claimedBy(merged, ({ position }) => isChosen(position));
        expect(chosen).toEqual(uniteAllPorts([chosen]));
        expect(all.filter((at) => holds(chosen, at))).toEqual(
          all.filter((at) => isChosen(winners[at] ?? -1)),
        );
      }),
      { seed: 32_766, numRuns: 300 },
    );
  });
});
