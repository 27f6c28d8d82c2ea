import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "@/lib/core/topology/build-graph";
import { buildNetwork } from "../build-network";
import { gapsOf } from "../coverage-of";
import { readCalls } from "../calls";
import { resourceKeys } from "../resource-id";
import { membersOf, rootShapes, type Shape } from "../shapes/resource-shapes";
import { capturedAt, importOf } from "./import.test-builder";

/** A few ids for everything, so that resources refer to one another. */
const ids = fc.constantFrom(
  "vpc-1",
  "subnet-1",
  "sg-1",
  "igw-1",
  "nat-1",
  "eni-1",
  "0.0.0.0/0",
  "available",
  "lambda",
);

/** Mostly what AWS's model says, at times null, at times anything. */
function valueOf(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: wellFormed(shape, depth) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
}

function wellFormed(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  if (shape.startsWith("[]"))
    return fc.array(
      fc.constant(null).chain(() => valueOf(shape.slice(2), depth)),
      { maxLength: 3 },
    );
  if (shape.startsWith("{}"))
    return fc.dictionary(fc.string(), valueOf(shape.slice(2), depth), { maxKeys: 2 });
  if (shape === "number") return fc.integer();
  if (shape === "boolean") return fc.boolean();
  return shape.includes(".") ? struct(shape, depth) : ids;
}

function struct(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  const members = Object.entries(membersOf(shape));
  if (depth === 0) return fc.constant({});
  return fc
    .subarray(members)
    .chain((some) =>
      fc.record(
        Object.fromEntries(
          some.map(([name, member]) => [name, fc.constant(null).chain(() => valueOf(member, depth - 1))]),
        ),
      ),
    );
}

const documents = fc.array(
  fc
    .constantFrom(...Object.entries(rootShapes))
    .chain(([key, shape]) =>
      fc.array(valueOf(shape, 4), { maxLength: 4 }).map((items) => ({ content: { [key]: items } })),
    ),
  { maxLength: 8 },
);

describe("an import of whatever anybody made", () => {
  it("ends as a network and a diagram, and counts every item", () => {
    fc.assert(
      fc.property(documents, (given) => {
        const result = importOf(...given);
        const total = given.flatMap(({ content }) => Object.values(content).flat()).length;
        expect(Object.values(result.counts).reduce((sum, count) => sum + count, 0)).toBe(total);
        const network = buildNetwork(result);
        expect(gapsOf(network, readCalls).length).toBeGreaterThan(0);
        for (const vpcId of [undefined, "vpc-1", ...network.vpcs.keys()]) {
          const { nodes } = buildGraph(network, vpcId);
          expect(
            nodes.filter(({ id, label }) => typeof id !== "string" || typeof label !== "string"),
          ).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads any JSON object under any known key", () => {
    fc.assert(
      fc.property(fc.constantFrom(...resourceKeys), fc.jsonValue(), (key, value) => {
        const result = importOf({ content: { [key]: value } });
        expect(result.captures[0]?.capturedAt).toBe(capturedAt);
        buildGraph(buildNetwork(result));
      }),
      { numRuns: 300 },
    );
  });
});
