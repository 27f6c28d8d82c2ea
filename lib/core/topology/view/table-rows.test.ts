import { describe, expect, it } from "vitest";
import { filterRows, toTableRows } from "./table-rows";
import { edge, node, smallGraph } from "./view.test-builder";
import { toViewGraph } from "./view-graph";

describe("toTableRows", () => {
  it("holds every node and every edge of the diagram", () => {
    const graph = smallGraph();
    const rows = toTableRows(graph);
    expect(rows.nodes.map((row) => row.id).sort()).toEqual(graph.nodes.map((item) => item.id).sort());
    expect(rows.edges.map((row) => row.id).sort()).toEqual(graph.edges.map((item) => item.id).sort());
  });

  it("says where a node stands, outermost first", () => {
    const nat = toTableRows(smallGraph()).nodes.find((row) => row.id === "nat");
    expect(nat?.inside).toBe("vpc › zone › public");
  });

  it("lists a connection's functions and a subnet's kind in words", () => {
    const { nodes } = toTableRows(smallGraph());
    expect(nodes.find((row) => row.id === "connection")?.detail).toBe("orders-api");
    expect(nodes.find((row) => row.id === "isolated")?.kind).toBe("Subnet, isolated");
  });

  it("says when an edge is broken", () => {
    const graph = toViewGraph(
      [node("a", "subnet"), node("b", "nat-gateway")],
      [{ ...edge("a", "b"), isBroken: true }],
    );
    expect(toTableRows(graph).edges[0]?.status).toBe("broken");
  });
});

describe("filterRows", () => {
  const rows = toTableRows(smallGraph()).nodes;

  it("keeps rows in which every word occurs", () => {
    expect(filterRows(rows, "subnet zone iso").map((row) => row.id)).toEqual(["isolated"]);
  });

  it("keeps all without a query", () => {
    expect(filterRows(rows, " ")).toHaveLength(rows.length);
  });
});
