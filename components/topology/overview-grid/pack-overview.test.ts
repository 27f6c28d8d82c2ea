import { describe, expect, it } from "vitest";
import {
  toViewGraph,
  type ViewEdge,
  type ViewGraph,
  type ViewNode,
} from "@/lib/core/topology/view/view-graph";
import { edge, node } from "@/lib/core/topology/view/view.test-builder";
import type { TopologyLayout } from "../layout/layout-types";
import { foldHiding, foldIdOf, isOverviewGrid } from "./fold-vpcs";
import { packOverview } from "./pack-overview";
import { crossings, escapes, overlaps } from "./picture-faults.test-builder";

const vpcId = (region: number, index: number) => `vpc-${region}-${String(index).padStart(4, "0")}`;

/** Two VPCs of five have functions; neighbours are peered, some across regions, all of one region share a gateway. */
function overviewParts({ regions, vpcs }: { regions: number; vpcs: number }) {
  const nodes: ViewNode[] = [
    node("outside", "connection"),
    node("tgw", "transit-gateway"),
    node("far", "peer-vpc"),
  ];
  const edges: ViewEdge[] = [edge(vpcId(0, 0), "far", "peering")];
  for (let region = 0; region < regions; region += 1) {
    nodes.push(node(`region-${region}`, "region"));
    for (let index = 0; index < vpcs; index += 1) {
      const counts = { functions: index % 5 < 2 ? index + 1 : 0, subnets: 6 };
      nodes.push(node(vpcId(region, index), "vpc", { parentId: `region-${region}`, counts }));
      edges.push(
        edge(vpcId(region, index), vpcId(region, (index + 7) % vpcs), "peering"),
        edge(vpcId(region, index), vpcId((region + 1) % regions, (index + 3) % vpcs), "peering"),
        edge(vpcId(region, index), "tgw", "membership"),
      );
    }
  }
  return { nodes, edges };
}

function overview(size: { regions: number; vpcs: number }): ViewGraph {
  const { nodes, edges } = overviewParts(size);
  return toViewGraph(nodes, edges);
}

/** Folds are tiles of their regions too. */
function withFolds(graph: ViewGraph, { folds = [] }: TopologyLayout): ViewGraph {
  const tiles = folds.map(({ id }) => node(id, "fold", { parentId: id.replace(foldIdOf(""), "") }));
  return toViewGraph([...graph.nodes, ...tiles], graph.edges);
}

const closed: ReadonlySet<string> = new Set();
const fold = foldIdOf("region-0");
const cases: [string, ViewGraph][] = [
  ["3 VPCs of one region", overview({ regions: 1, vpcs: 3 })],
  ["20 VPCs of one region", overview({ regions: 1, vpcs: 20 })],
  ["500 VPCs of one region", overview({ regions: 1, vpcs: 500 })],
  ["90 VPCs of nine regions", overview({ regions: 9, vpcs: 10 })],
];

describe.each(cases)("the grid of %s", (_name, graph) => {
  it.each([
    ["wide", closed],
    ["wide", new Set([fold, "outside"])],
    ["tall", closed],
    ["tall", new Set([fold])],
  ] as const)("is a picture without faults (%s)", (shape, open) => {
    const layout = packOverview(graph, open, shape);
    const drawn = withFolds(graph, layout);
    expect(overlaps(drawn, layout)).toEqual([]);
    expect(escapes(drawn, layout)).toEqual([]);
    expect(crossings(drawn, layout)).toEqual([]);
    expect(layout.edges.length).toBeGreaterThan(0);
  });
});

describe("packOverview", () => {
  const graph = overview({ regions: 1, vpcs: 500 });
  const placeOf = (open: ReadonlySet<string>, id: string) =>
    packOverview(graph, open, "wide").nodes.find((box) => box.id === id);

  it("has about the form of a window, and is a strip to scroll on a phone", () => {
    const wide = packOverview(graph, closed, "wide");
    expect(wide.width / wide.height).toBeGreaterThan(1.2);
    expect(wide.width / wide.height).toBeLessThan(2.6);
    expect(packOverview(graph, closed, "tall").width).toBeLessThan(520);
  });

  it("folds VPCs without functions into one tile, and shows each of them when it is opened", () => {
    const shown = packOverview(graph, closed, "wide");
    expect(shown.nodes.filter(({ id }) => id.startsWith("vpc-"))).toHaveLength(200);
    expect(shown.folds).toMatchObject([{ id: fold, isOpen: false, canOpen: true }]);
    expect(shown.folds?.[0]?.vpcIds).toHaveLength(300);
    const opened = packOverview(graph, new Set([fold]), "wide");
    expect(opened.nodes.filter(({ id }) => id.startsWith("vpc-"))).toHaveLength(500);
  });

  it("moves no tile when a fold is opened", () => {
    for (const id of [vpcId(0, 0), vpcId(0, 496), fold])
      expect(placeOf(new Set([fold]), id)).toEqual(placeOf(closed, id));
  });

  it("leads a line to a VPC that is folded away to its fold", () => {
    const tile = placeOf(closed, fold);
    const line = packOverview(graph, closed, "wide").edges.find(
      ({ id }) => id === edge(vpcId(0, 0), vpcId(0, 7)).id,
    );
    expect(line?.points.at(-1)?.x).toBe(tile?.x);
  });

  it("is the same whatever the order of its input", () => {
    const { nodes, edges } = overviewParts({ regions: 2, vpcs: 60 });
    const backwards = toViewGraph([...nodes].reverse(), [...edges].reverse());
    expect(packOverview(backwards, closed, "wide")).toEqual(
      packOverview(toViewGraph(nodes, edges), closed, "wide"),
    );
  });

  it("does not open a fold that would be more than a diagram draws", () => {
    const huge = overview({ regions: 1, vpcs: 2500 });
    const { nodes, folds } = packOverview(huge, new Set([fold]), "wide");
    expect(folds).toMatchObject([{ canOpen: false, isOpen: false }]);
    expect(nodes.length).toBeLessThan(2000);
  });
});

describe("foldHiding", () => {
  it("names the fold to open for a VPC that a search or a link asks for", () => {
    const graph = overview({ regions: 1, vpcs: 500 });
    expect(foldHiding(graph, vpcId(0, 4))).toBe(fold);
    expect(foldHiding(graph, vpcId(0, 0))).toBeUndefined();
    expect(foldHiding(graph, null)).toBeUndefined();
  });

  it("folds nothing where no VPC has functions, or where all can be shown", () => {
    const bare = Array.from({ length: 100 }, (_none, index) => node(`v${index}`, "vpc"));
    expect(packOverview(toViewGraph(bare, []), closed, "wide").folds).toEqual([]);
    expect(foldHiding(overview({ regions: 1, vpcs: 20 }), vpcId(0, 4))).toBeUndefined();
  });
});

describe("isOverviewGrid", () => {
  it("leaves a few VPCs to the layered picture", () => {
    expect(isOverviewGrid(overview({ regions: 1, vpcs: 16 }), "wide")).toBe(false);
    expect(isOverviewGrid(overview({ regions: 1, vpcs: 17 }), "wide")).toBe(true);
  });

  it("packs any overview on a phone, but neither one VPC nor one that is opened", () => {
    expect(isOverviewGrid(overview({ regions: 1, vpcs: 2 }), "tall")).toBe(true);
    expect(isOverviewGrid(overview({ regions: 1, vpcs: 1 }), "tall")).toBe(false);
    const { nodes, edges } = overviewParts({ regions: 1, vpcs: 3 });
    const opened = toViewGraph([...nodes, node("subnet-1", "subnet", { parentId: vpcId(0, 0) })], edges);
    expect(isOverviewGrid(opened, "tall")).toBe(false);
  });
});
