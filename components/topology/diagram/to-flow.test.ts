import { describe, expect, it } from "vitest";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import type { ReachDrawing } from "@/lib/core/topology/reach/draw-reach";
import { readingOrder } from "@/lib/core/topology/view/reading-order";
import { selectionChain } from "@/lib/core/topology/view/selection-chain";
import { toViewGraph } from "@/lib/core/topology/view/view-graph";
import type { TopologyLayout } from "../layout/layout-types";
import { toFlowNodes } from "./to-flow";
import { toFlowEdges } from "./to-flow-edges";

const nodes: TopologyNode[] = [
  { id: "c", kind: "connection", label: "sg-app", sublabel: "2 functions", state: "Failed", facts: [] },
  { id: "v", kind: "vpc", label: "prod", facts: [] },
  { id: "s", kind: "subnet", label: "app-a", parentId: "v", subnetKind: "private", facts: [] },
  { id: "x", kind: "subnet", label: "db-a", parentId: "v", subnetKind: "isolated", facts: [] },
];
const edges: TopologyEdge[] = [
  { id: "e", kind: "placement", source: "c", target: "s", evidence: "placed", isBroken: true },
];
const graph = toViewGraph(nodes, edges);
const box = { x: 0, y: 0, width: 10, height: 10 };
const layout: TopologyLayout = {
  nodes: nodes.map((node, depth) => ({ id: node.id, ...box, depth })),
  edges: [
    {
      id: "e",
      points: [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
      ],
    },
  ],
  width: 10,
  height: 10,
};

function input(selectedId: string | null) {
  const chain = selectedId === null ? undefined : selectionChain(graph, selectedId);
  return { graph, order: readingOrder(graph), layout, chain, selectedId, expandedIds: new Set<string>() };
}

describe("toFlowNodes", () => {
  it("gives nodes in reading order, named for a screen reader", () => {
    expect(toFlowNodes(input(null)).map((node) => node.ariaLabel)).toEqual([
      "Connection sg-app, 2 functions, Failed",
      "VPC prod",
      "private subnet app-a",
      "isolated subnet db-a",
    ]);
  });

  it("draws lines above containers and below labels", () => {
    const flow = toFlowNodes(input(null));
    const line = toFlowEdges(input(null))[0]?.zIndex ?? 0;
    expect(flow.find((node) => node.id === "s")?.zIndex).toBeLessThan(line);
    expect(flow.find((node) => node.id === "c")?.zIndex).toBeGreaterThan(line);
  });

  it("leaves a container that is selected below what it holds", () => {
    const subnet = toFlowNodes(input("s")).find((node) => node.id === "s");
    expect(subnet).toMatchObject({ selected: true, zIndex: 2, style: { zIndex: 2 } });
  });

  it("is quiet until something is selected, then lights its chain and dims the rest", () => {
    const emphasis = (selectedId: string | null) =>
      Object.fromEntries(toFlowNodes(input(selectedId)).map((node) => [node.id, node.data.emphasis]));
    expect(emphasis(null)).toEqual({ c: "quiet", v: "quiet", s: "quiet", x: "quiet" });
    expect(emphasis("c")).toEqual({ c: "lit", v: "lit", s: "lit", x: "dim" });
  });

  it("leaves out a node that the layout does not place", () => {
    expect(toFlowNodes({ ...input(null), layout: { ...layout, nodes: [] } })).toEqual([]);
  });
});

describe("toFlowEdges", () => {
  it("keeps the evidence and says that a line is broken", () => {
    expect(toFlowEdges(input(null))[0]?.data).toMatchObject({ title: "placed", isBroken: true });
  });

  it("ends a line with a head that points along it", () => {
    expect(toFlowEdges(input(null))[0]?.data?.arrow).toBe("M 20 0 L 14 3 L 14 -3 Z");
  });
});

describe("what a connection reaches", () => {
  const drawing: ReachDrawing = {
    graph,
    lines: new Map([
      [
        "e",
        {
          id: "e",
          source: "c",
          target: "s",
          verdict: "mixed",
          passes: [{ key: "internet", label: "Internet", verdict: "mixed" }],
          evidence: ["VpcConfig names app-a"],
        },
      ],
    ]),
    verdictAt: new Map([["s", "mixed"]]),
    rowsAt: new Map([["s", [{ key: "internet", label: "Internet", verdict: "mixed" }]]]),
    wayOf: new Map(),
  };

  it("is told at its nodes and on lines that can be focused, each with its evidence", () => {
    const shown = { ...input("c"), drawing, pointedLineId: "e" };
    expect(toFlowEdges(shown)).toMatchObject([
      {
        focusable: true,
        ariaLabel: "sg-app to app-a: Mixed. 1 target: Internet. VpcConfig names app-a",
        data: { verdict: "mixed", isPointed: true },
      },
    ]);
    const node = toFlowNodes(shown).find(({ id }) => id === "s");
    expect(node).toMatchObject({
      ariaLabel: "private subnet app-a, reached: Mixed",
      data: { mark: "mixed", reached: [{ label: "Internet" }] },
    });
    expect(toFlowEdges(input("c"))).toMatchObject([{ focusable: false, data: { isPointed: false } }]);
  });
});
