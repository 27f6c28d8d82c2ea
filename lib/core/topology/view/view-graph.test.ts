import { describe, expect, it } from "vitest";
import { edge, node, smallGraph } from "./view.test-builder";
import { ancestorsOf, descendantsOf, toViewGraph } from "./view-graph";

describe("toViewGraph", () => {
  it("drops an edge whose end the server left out", () => {
    const graph = toViewGraph([node("a", "subnet")], [edge("a", "gone"), edge("gone", "a")]);
    expect(graph.edges).toEqual([]);
  });

  it("treats a node whose parent is missing as standing alone", () => {
    const graph = toViewGraph([node("a", "subnet", { parentId: "gone" })], []);
    expect(graph.childrenOf.size).toBe(0);
  });

  it("gives the same graph whatever the order of its input", () => {
    const { nodes, edges } = smallGraph();
    const reversed = toViewGraph([...nodes].reverse(), [...edges].reverse());
    expect(reversed.nodes).toEqual(nodes);
    expect(reversed.edges).toEqual(edges);
  });
});

describe("containment", () => {
  it("lists ancestors nearest first", () => {
    expect(ancestorsOf(smallGraph(), "nat")).toEqual(["public", "zone", "vpc"]);
  });

  it("lists descendants at every depth", () => {
    expect(descendantsOf(smallGraph(), "vpc").sort()).toEqual(
      ["igw", "isolated", "nat", "private", "public", "zone"].sort(),
    );
  });

  it("ends where parents form a cycle", () => {
    const graph = toViewGraph([node("a", "vpc", { parentId: "b" }), node("b", "vpc", { parentId: "a" })], []);
    expect(ancestorsOf(graph, "a")).toEqual(["b", "a"]);
    expect(descendantsOf(graph, "a")).toEqual(["b"]);
  });
});
