import { expect, it } from "vitest";
import { parseTopics } from "./parse-topics";

it("gives the topics asked for, and all where none is", () => {
  expect(parseTopics(null)).toEqual(["operations", "snapshots"]);
  expect(parseTopics("")).toEqual(["operations", "snapshots"]);
  expect(parseTopics("snapshots")).toEqual(["snapshots"]);
  expect(parseTopics("snapshots, operations")).toEqual(["snapshots", "operations"]);
});

it("names the field of a topic that there is not", () => {
  expect(() => parseTopics("operations,gossip")).toThrow("topics must be among operations, snapshots.");
});
