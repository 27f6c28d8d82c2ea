import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "@/lib/core/network/snapshot";
import { Random } from "../generate/random";
import { answersOf, generate, parameters, seeds } from "./generated.test-builder";
import { questionsAbout } from "./questions.test-builder";
import { readTwice } from "./read-twice.test-builder";

/** The same things in another order, at every depth: captures, resources, rules, routes, associations, coverage. */
function shuffled<Value>(value: Value, random: Random): Value {
  return shuffle(value, random) as Value; // what shuffle gives has the shape of what it was given
}

function shuffle(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => ({ item: shuffle(item, random), rank: random.next() }));
    return items.sort((left, right) => left.rank - right.rank).map(({ item }) => item);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shuffle(member, random)]));
}

describe("the order of what AWS answered", () => {
  it.each([
    ["changes nothing in any part of an answer", (captures: Capture[]) => captures],
    ["changes nothing where a place was read twice, with different answers", readTwice],
  ])("%s", (_name, read) => {
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, order) => {
        const random = new Random(order);
        const generated = generate(seed, 8);
        const captures = read(generated.captures, random);
        const asked = [...generated.flows, ...questionsAbout(captures).filter(() => random.chance(0.2))];
        const turned = shuffled(captures, random);
        expect(answersOf(turned, asked)).toEqual(answersOf(captures, asked));
      }),
      parameters(8),
    );
  });
});
