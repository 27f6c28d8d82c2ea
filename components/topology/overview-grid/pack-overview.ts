import type { ViewGraph, ViewNode } from "@/lib/core/topology/view/view-graph";
import type { LaidOutEdge, LaidOutNode, TopologyLayout, VpcFold } from "../layout/layout-types";
import { MAX_LAYOUT_NODES } from "../layout/layout-result";
import { leafSize, sizes } from "../layout/node-size";
import { foldIdOf, foldVpcs, type GridShape } from "./fold-vpcs";
import { placeCells, placeShelves, type Cell, type CellBlock, type PlacedBlock } from "./place-cells";
import { routeInGutters } from "./route-in-gutters";

/** With more tiles than this, each has one line: name and count. */
const TWO_LINES_UP_TO = 60;
/** Width by height of what a window of 1440 × 900 leaves for the regions. */
const ASPECT = 1.7;
const TALL_COLUMNS = 2;

/**
 * Packs an overview of many VPCs: per region a grid of tiles by name, functions outside VPCs above it, gateways and
 * unread peers behind it. The columns do not depend on what is open, so that opening a fold moves no tile above it.
 */
export function packOverview(
  graph: ViewGraph,
  expandedIds: ReadonlySet<string>,
  shape: GridShape,
): TopologyLayout {
  const regions = foldVpcs(graph);
  const tileCount = regions.reduce((sum, { shown }) => sum + shown.length, 0);
  const tileHeight = tileCount > TWO_LINES_UP_TO ? sizes.tile.height : sizes.leaf.height;
  const canOpen = graph.nodes.length + regions.length <= MAX_LAYOUT_NODES;
  const folds: VpcFold[] = regions.flatMap(({ region, folded }) => {
    const id = foldIdOf(region?.id);
    const vpcIds = folded.map((node) => node.id);
    return folded.length === 0 ? [] : [{ id, vpcIds, canOpen, isOpen: canOpen && expandedIds.has(id) }];
  });
  const blocks = regions.map(({ region, shown, folded }): CellBlock => {
    const fold = folds.find(({ id }) => id === foldIdOf(region?.id));
    const ids = [...shown.map((node) => node.id), ...(fold ? [fold.id] : [])];
    return {
      frameId: region?.id,
      columns:
        shape === "tall" ? TALL_COLUMNS : columnsFor(ids.length, ids.length + folded.length, tileHeight),
      ids: fold?.isOpen === true ? [...ids, ...fold.vpcIds] : ids,
    };
  });
  const others = graph.nodes.filter((node) => node.kind !== "vpc" && node.kind !== "region");
  const groups = others.filter((node) => node.kind === "connection");
  const beyond = others.filter((node) => node.kind !== "connection").map((node) => node.id);
  const shelvesFrom = (y: number) =>
    placeShelves({ blocks, beyond, y, tileHeight, aspect: shape === "wide" ? ASPECT : 0 });
  const room = Math.max(0, ...shelvesFrom(0).map(({ box }) => box.x + box.width));
  const { boxes: groupBoxes, height: groupsHeight } = placeGroups(groups, expandedIds, room);
  const shelves = shelvesFrom(groupsHeight);
  const cells = shelves.flatMap((block) => placeCells(block, tileHeight));
  const nodes: LaidOutNode[] = [...groupBoxes, ...shelves.flatMap((block) => frameOf(block)), ...cells];
  return {
    nodes,
    edges: linesOf(graph, cells, folds),
    width: Math.max(...nodes.map((box) => box.x + box.width)),
    height: Math.max(...nodes.map((box) => box.y + box.height)),
    folds,
  };
}

/** As wide as what is shown asks for, but no fold may open into a strip many times higher than wide. */
function columnsFor(shown: number, all: number, tileHeight: number): number {
  const ratio = (ASPECT * (tileHeight + sizes.gridGap)) / (sizes.tile.width + sizes.gridGap);
  return Math.max(1, Math.round(Math.sqrt(shown * ratio)), Math.round(0.65 * Math.sqrt(all * ratio)));
}

function frameOf({ frameId, box }: PlacedBlock): LaidOutNode[] {
  return frameId === undefined ? [] : [{ id: frameId, ...box, depth: 0 }];
}

/** Functions outside VPCs, in rows above the regions: nothing leads there, so they need no gutters. */
function placeGroups(groups: readonly ViewNode[], expandedIds: ReadonlySet<string>, room: number) {
  const pitch = sizes.connection.width + sizes.gridGap;
  const perRow = Math.max(1, Math.floor((room + sizes.gridGap) / pitch));
  const boxes: LaidOutNode[] = [];
  let [y, rowHeight] = [0, 0];
  groups.forEach((node, index) => {
    if (index > 0 && index % perRow === 0) [y, rowHeight] = [y + rowHeight + sizes.gridGap, 0];
    const size = leafSize(node, expandedIds.has(node.id));
    boxes.push({ id: node.id, x: (index % perRow) * pitch, y, ...size, depth: 0 });
    rowHeight = Math.max(rowHeight, size.height);
  });
  return { boxes, height: groups.length === 0 ? 0 : y + rowHeight + sizes.gridGap };
}

/** A line to a VPC that is folded away leads to its fold. */
function linesOf(graph: ViewGraph, cells: readonly Cell[], folds: readonly VpcFold[]): LaidOutEdge[] {
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const foldByVpc = new Map(folds.flatMap((fold) => fold.vpcIds.map((id) => [id, fold.id] as const)));
  const cellOf = (id: string) => cellById.get(id) ?? cellById.get(foldByVpc.get(id) ?? "");
  return graph.edges.flatMap((edge): LaidOutEdge[] => {
    const source = cellOf(edge.source);
    const target = cellOf(edge.target);
    if (!source || !target || source === target) return [];
    return [{ id: edge.id, points: routeInGutters(source, target) }];
  });
}
