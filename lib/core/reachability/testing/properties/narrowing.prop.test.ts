import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "@/lib/core/network/snapshot";
import type { Flow } from "../../flow";
import type { Verdict } from "../../trace";
import { answersOf, at, generate, parameters, picks, seeds } from "./generated.test-builder";
import { allowRemovals, denials } from "./rule-edits.test-builder";
import { lastRouteRemovals } from "./route-edits.test-builder";

/**
 * How much gets through. `mixed` and `unknown` may take each other's place: where an open rule beside an unread prefix
 * list goes, what was certain is not known any more; where a doubtful subnet is closed, doubt becomes "from some only".
 */
const RANKS: Record<Verdict, number> = { unreachable: 0, mixed: 1, unknown: 1, reachable: 2 };

type Edits = (captures: readonly Capture[]) => (() => Capture[])[];

/** Makes the picked edits one by one, and counts the verdicts that fell. */
function countNarrowed(edits: Edits, numRuns: number): number {
  let narrowed = 0;
  fc.assert(
    fc.property(seeds, picks, (seed, indexes) => {
      const { captures, flows } = generate(seed, 10);
      const before = verdictsOf(captures, flows);
      for (const edit of at(edits(captures), indexes)) {
        const after = verdictsOf(edit(), flows);
        expect(after.length).toBe(before.length);
        const risen = after.filter(
          (verdict, index) => RANKS[verdict] > RANKS[before[index] ?? "unreachable"],
        );
        expect(risen).toEqual([]);
        narrowed += after.filter((verdict, index) => verdict !== before[index]).length;
      }
    }),
    parameters(numRuns),
  );
  return narrowed;
}

/** Of the whole and of each place where packets may start. */
function verdictsOf(captures: readonly Capture[], flows: readonly Flow[]): Verdict[] {
  return answersOf(captures, flows).flatMap(({ verdict, traces }) => [
    verdict,
    ...traces.map((trace) => trace.verdict),
  ]);
}

describe("narrowing a network", () => {
  it("by an allow rule of a security group or a network ACL never opens a path", () => {
    expect(countNarrowed(allowRemovals, 16)).toBeGreaterThan(10);
  });

  it("by a denial before all other entries of a network ACL never opens a path", () => {
    expect(countNarrowed(denials, 16)).toBeGreaterThan(10);
  });

  // Only routes that nothing stands behind: where a less specific one takes over, a path may well open.
  it("by a route with no other route of its table behind it never opens a path", () => {
    expect(countNarrowed(lastRouteRemovals, 32)).toBeGreaterThan(10);
  });
});
