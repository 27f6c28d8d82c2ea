import ELK from "elkjs/lib/elk.bundled.js";
import { describe, expect, it } from "vitest";
import { toViewGraph, type ViewGraph } from "@/lib/core/topology/view/view-graph";
import { edge, node } from "@/lib/core/topology/view/view.test-builder";
import { demoParts, demoTopology } from "./demo-topology.test-builder";
import { fromElk } from "./from-elk";
import { crossings, escapes, overlaps } from "../overview-grid/picture-faults.test-builder";
import type { TopologyLayout } from "./layout-types";
import { toElk } from "./to-elk";

async function layOut(graph: ViewGraph, expanded: string[] = []): Promise<TopologyLayout> {
  const input = toElk(graph, new Set(expanded));
  return fromElk(await new ELK().layout(structuredClone(input.elkGraph)), input);
}

const cases: [string, ViewGraph][] = [
  ["one zone, one connection", demoTopology({ zones: 1, connections: 1 })],
  ["three zones, eight connections", demoTopology({ zones: 3, connections: 8 })],
  ["six zones, forty connections", demoTopology({ zones: 6, connections: 40 })],
];

describe.each(cases)("the layout of %s", (_name, graph) => {
  it("draws every node and every edge", async () => {
    const layout = await layOut(graph);
    expect(layout.nodes.map((box) => box.id).sort()).toEqual(graph.nodes.map((item) => item.id).sort());
    expect(layout.edges.map((line) => line.id).sort()).toEqual(graph.edges.map((item) => item.id).sort());
  });

  it("overlaps no siblings and keeps children inside their parents", async () => {
    const layout = await layOut(graph);
    expect(overlaps(graph, layout)).toEqual([]);
    expect(escapes(graph, layout)).toEqual([]);
  });

  it("runs no edge under a labelled node", async () => {
    expect(crossings(graph, await layOut(graph))).toEqual([]);
  });

  it("draws only horizontal and vertical lines", async () => {
    const layout = await layOut(graph);
    const slanted = layout.edges.filter(({ points }) =>
      points.some((point, index) => {
        const from = points[index - 1] ?? point;
        return Math.abs(from.x - point.x) > 0.01 && Math.abs(from.y - point.y) > 0.01;
      }),
    );
    expect(slanted.map((line) => line.id)).toEqual([]);
  });

  it("keeps the lanes from left to right", async () => {
    const layout = await layOut(graph);
    const x = (id: string) => layout.nodes.find((box) => box.id === id)?.x ?? Number.NaN;
    expect(x("connection-0")).toBeLessThan(x("public-0"));
    expect(x("public-0")).toBeLessThan(x("igw"));
    expect(x("igw")).toBeLessThan(x("internet"));
  });
});

describe("layout", () => {
  it("stacks a zone's subnets public, private, isolated", async () => {
    const layout = await layOut(demoTopology({ zones: 2, connections: 2 }));
    const y = (id: string) => layout.nodes.find((box) => box.id === id)?.y ?? Number.NaN;
    expect(y("public-0")).toBeLessThan(y("private-0"));
    expect(y("private-0")).toBeLessThan(y("isolated-0"));
    expect(y("zone-0")).toBeLessThan(y("zone-1"));
  });

  it("is the same whatever the order of its input", async () => {
    const { nodes, edges } = demoParts({ zones: 3, connections: 5 });
    const forwards = await layOut(toViewGraph(nodes, edges));
    const backwards = await layOut(toViewGraph([...nodes].reverse(), [...edges].reverse()));
    expect(backwards).toEqual(forwards);
  });

  it("lets resources without lines share a row, inside their subnet", async () => {
    const { nodes, edges } = demoParts({ zones: 1, connections: 1 });
    const interfaces = ["eni-1", "eni-2", "eni-3"].map((id) =>
      node(id, "network-interface", { parentId: "isolated-0" }),
    );
    const graph = toViewGraph([...nodes, ...interfaces], edges);
    const layout = await layOut(graph);
    const y = (id: string) => layout.nodes.find((box) => box.id === id)?.y ?? Number.NaN;
    expect(y("db")).toBe(y("eni-1"));
    expect(y("eni-3")).toBeGreaterThan(y("eni-1"));
    expect(overlaps(graph, layout)).toEqual([]);
    expect(escapes(graph, layout)).toEqual([]);
  });

  it("makes room for an expanded connection", async () => {
    const graph = demoTopology({ zones: 2, connections: 4 });
    const layout = await layOut(graph, ["connection-1"]);
    expect(layout.nodes.find((box) => box.id === "connection-1")?.height).toBeGreaterThan(72);
    expect(overlaps(graph, layout)).toEqual([]);
  });

  it("lays out VPCs side by side when none is opened", async () => {
    const graph = toViewGraph(
      [node("region", "region"), ...["a", "b", "c"].map((id) => node(id, "vpc", { parentId: "region" }))],
      [edge("a", "b", "peering")],
    );
    const layout = await layOut(graph);
    expect(layout.nodes).toHaveLength(4);
    expect(overlaps(graph, layout)).toEqual([]);
    expect(escapes(graph, layout)).toEqual([]);
  });

  it("survives peered VPCs that point at each other", async () => {
    const graph = toViewGraph(
      ["a", "b"].flatMap((id) => [
        node(id, "vpc"),
        node(`${id}-subnet`, "subnet", { parentId: id }),
        node(`${id}-pcx`, "vpc-peering-connection", { parentId: id }),
      ]),
      [edge("a-subnet", "a-pcx"), edge("b-subnet", "b-pcx"), edge("a-pcx", "b"), edge("b-pcx", "a")],
    );
    const layout = await layOut(graph);
    expect(layout.edges).toHaveLength(4);
    expect(overlaps(graph, layout)).toEqual([]);
    expect(escapes(graph, layout)).toEqual([]);
  });
});
