import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api";
import { laneOf, laneRank } from "@/lib/core/topology/view/lane";
import {
  ancestorsOf,
  type ViewEdge,
  type ViewGraph,
  type ViewNode,
} from "@/lib/core/topology/view/view-graph";
import { buildBlock } from "./build-block";
import { toPorts, type PortUse } from "./edge-ports";
import type { Block } from "./layout-types";
import { leafSize, sizes } from "./node-size";

/** What ELK is asked, with what `fromElk` needs to read its answer. */
export interface ElkInput {
  readonly elkGraph: ElkNode;
  readonly blocks: readonly Block[];
  /** Edges that were given to ELK, with the rows of a block they begin or end at. */
  readonly portUses: ReadonlyMap<string, PortUse>;
}

const containerKinds: ReadonlySet<string> = new Set(["region", "vpc"]);

const rootOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.json.edgeCoords": "ROOT",
  "elk.json.shapeCoords": "ROOT",
  "elk.randomSeed": "1",
  "elk.partitioning.activate": "true",
  "elk.separateConnectedComponents": "false",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.layered.spacing.nodeNodeBetweenLayers": "56",
  "elk.layered.spacing.edgeNodeBetweenLayers": "20",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "10",
  "elk.spacing.nodeNode": "16",
  "elk.spacing.edgeNode": "16",
  "elk.spacing.edgeEdge": "10",
  "elk.spacing.nodeSelfLoop": "20",
};

/**
 * Maps a diagram to a layered graph: lanes become partitions, a VPC's zones and subnets one node with fixed ports
 * (see `buildBlock`), gateways its neighbours inside the VPC. The same diagram in any order gives the same input.
 */
export function toElk(graph: ViewGraph, expandedIds: ReadonlySet<string>): ElkInput {
  const blocks: Block[] = [];
  const roots = graph.nodes.filter(
    (node) => node.parentId === undefined || !graph.nodeById.has(node.parentId),
  );
  const toNode = (node: ViewNode): ElkNode => {
    const children = graph.childrenOf.get(node.id) ?? [];
    const partition = { "elk.partitioning.partition": String(laneRank(laneFor(graph, node))) };
    if (!containerKinds.has(node.kind) || children.length === 0) {
      return { id: node.id, ...leafSize(node, expandedIds.has(node.id)), layoutOptions: partition };
    }
    const rows = children.filter((child) => isRow(graph, node, child));
    const others = children.filter((child) => !isRow(graph, node, child));
    const block = rows.length > 0 ? buildBlock(graph, node.id, rows) : undefined;
    if (block) blocks.push(block);
    return {
      id: node.id,
      layoutOptions: { ...containerOptions(node), ...partition },
      children: [...(block ? [toBlockNode(block)] : []), ...others.map(toNode)],
    };
  };
  const children = roots.map(toNode);
  const { portUses, portsByBlock } = toPorts(drawable(graph), blocks);
  return {
    elkGraph: {
      id: "root",
      layoutOptions: rootOptions,
      children: children.map((child) => withPorts(child, portsByBlock)),
      edges: [...portUses].map(([id, use]): ElkExtendedEdge => ({
        id,
        sources: [use.source],
        targets: [use.target],
      })),
    },
    blocks,
    portUses,
  };
}

/** An edge between a container and what it holds says nothing that the containment does not show. */
function drawable(graph: ViewGraph): ViewEdge[] {
  return graph.edges.filter(
    (edge) =>
      edge.source !== edge.target &&
      !ancestorsOf(graph, edge.source).includes(edge.target) &&
      !ancestorsOf(graph, edge.target).includes(edge.source),
  );
}

function laneFor(graph: ViewGraph, node: ViewNode) {
  const parent = node.parentId === undefined ? undefined : graph.nodeById.get(node.parentId);
  return laneOf(node.kind, parent?.kind);
}

function isRow(graph: ViewGraph, container: ViewNode, child: ViewNode): boolean {
  return container.kind === "vpc" && laneFor(graph, child) === "network" && !containerKinds.has(child.kind);
}

function containerOptions(node: ViewNode): Record<string, string> {
  const header = node.kind === "vpc" ? sizes.vpcHeader : sizes.regionHeader;
  const { pad } = sizes;
  return {
    "elk.padding": `[top=${header},left=${pad + 8},bottom=${pad + 8},right=${pad}]`,
    "elk.partitioning.activate": "true",
    "elk.nodeSize.constraints": "MINIMUM_SIZE",
    "elk.nodeSize.minimum": "(280,76)",
  };
}

function toBlockNode(block: Block): ElkNode {
  return {
    id: block.id,
    width: block.width,
    height: block.height,
    layoutOptions: {
      "elk.portConstraints": "FIXED_POS",
      "elk.partitioning.partition": String(laneRank("network")),
    },
  };
}

function withPorts(node: ElkNode, portsByBlock: ReadonlyMap<string, NonNullable<ElkNode["ports"]>>): ElkNode {
  const ports = portsByBlock.get(node.id);
  const children = node.children?.map((child) => withPorts(child, portsByBlock));
  return { ...node, ...(ports ? { ports } : {}), ...(children ? { children } : {}) };
}
