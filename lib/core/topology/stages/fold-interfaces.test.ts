import { describe, expect, it } from "vitest";
import type { GraphNode } from "../graph";
import { foldInterfaces } from "./fold-interfaces";

function build(amount: number, parentId = "subnet-1"): GraphNode[] {
  return Array.from({ length: amount }, (_, index) => ({
    id: `eni-${parentId}-${index}`,
    kind: "network-interface",
    parentId,
    label: `scanner ${index}`,
    sublabel: `10.0.0.${index}`,
    facts: [],
  }));
}

describe("foldInterfaces", () => {
  it("leaves three in a subnet apart", () => {
    const three = build(3);
    expect(foldInterfaces(three)).toEqual({ nodes: three, omitted: [] });
  });

  it("makes one node of four, and lists each with address, id and name", () => {
    const { nodes, omitted } = foldInterfaces([...build(4), ...build(1, "subnet-2")]);
    expect(nodes.map(({ id, label }) => [id, label])).toEqual([
      ["interfaces:subnet-1", "4 network interfaces"],
      ["eni-subnet-2-0", "scanner 0"],
    ]);
    expect(nodes[0]?.facts[2]).toEqual({ label: "10.0.0.2", value: "scanner 2 · eni-subnet-1-2" });
    expect(omitted).toEqual([]);
  });

  it("says what it does not list", () => {
    const { nodes, omitted } = foldInterfaces(build(70));
    expect(nodes[0]?.label).toBe("70 network interfaces");
    expect(nodes[0]?.facts).toHaveLength(60);
    expect(omitted).toEqual([
      { kind: "network-interface", count: 10, reason: "only the first 60 of subnet-1 are listed" },
    ]);
  });
});
