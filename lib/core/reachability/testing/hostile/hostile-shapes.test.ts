import { expect, it } from "vitest";
import { askShape, shapes } from "./ask-shape.test-builder";

/** Those that cost little where nothing is done twice; `scripts/bench/reachability-hostile.mjs` asks all of them. */
it.each([
  "a network ACL about 32,766 other addresses",
  "a network ACL about each address of a range that is asked about",
  "a ring of ten thousand groups, each of which lets in the next",
  "a route table with a hundred thousand propagated and as many local routes",
  "a ring of two thousand transit gateways",
  "a chain of peerings, and ten thousand more between two of its VPCs",
])("%s gets the right answer", (name) => {
  const shape = shapes.get(name);
  expect(shape && askShape(shape)).toHaveLength(1 + (shape?.questions.length ?? 0));
});
