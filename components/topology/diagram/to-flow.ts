import type { Edge, Node } from "reactflow";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import type { SelectionChain } from "@/lib/core/topology/view/selection-chain";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { toEdgePath } from "../layout/edge-path";
import type { LaidOutNode, TopologyLayout, VpcFold } from "../layout/layout-types";
import { detailOf, diagramAriaLabel } from "./node-words";

/** `lit` belongs to the chain of the selection, `dim` does not, `quiet` where nothing is selected. */
export type Emphasis = "quiet" | "lit" | "dim";

export interface FlowNodeData extends Record<string, unknown> {
  node: TopologyNode;
  /** The second line: what a person compares nodes by. */
  detail: string;
  emphasis: Emphasis;
  isExpanded: boolean;
  /** The packet of a drawn path is stopped here. */
  isBlocked: boolean;
}
export type FlowNode = Node<FlowNodeData, "container" | "resource" | "connection" | "tile">;

export interface FoldNodeData extends Record<string, unknown> {
  fold: VpcFold;
  emphasis: Emphasis;
}
/** A tile that stands for VPCs without functions. */
export type FoldNode = Node<FoldNodeData, "fold">;
export type DiagramNode = FlowNode | FoldNode;

export interface FlowEdgeData extends Record<string, unknown> {
  path: string;
  arrow: string;
  emphasis: Emphasis;
  isBroken: boolean;
  title: string;
}
export type FlowEdge = Edge<FlowEdgeData, "route">;

/** Containers lie lowest, lines over them, everything with a label of its own on top. */
const layer = { line: 10, litLine: 11, leaf: 20 } as const;

export interface FlowInput {
  graph: ViewGraph<TopologyNode, TopologyEdge>;
  /** Nodes in reading order, which is the order of focus. */
  order: readonly TopologyNode[];
  layout: TopologyLayout;
  chain: SelectionChain | undefined;
  selectedId: string | null;
  expandedIds: ReadonlySet<string>;
  /** What the search finds, where there is one: in a grid the rest dims. */
  foundIds?: ReadonlySet<string> | undefined;
  /** Where the packet of a drawn path is stopped. */
  blockedIds?: ReadonlySet<string> | undefined;
  /** The node under the pointer or with the focus: in a grid its lines are drawn. */
  pointedId?: string | undefined;
}

export function toFlowNodes(input: FlowInput): DiagramNode[] {
  const { order, layout } = input;
  const boxById = new Map(layout.nodes.map((box) => [box.id, box]));
  if (layout.folds === undefined) {
    return order.flatMap((node) => toFlowNode(input, node, boxById.get(node.id)));
  }
  const foldById = new Map(layout.folds.map((fold) => [fold.id, fold]));
  return layout.nodes.flatMap((box): DiagramNode[] => {
    const fold = foldById.get(box.id);
    if (fold) return [toFoldNode(input, fold, box)];
    return toFlowNode(input, input.graph.nodeById.get(box.id), box);
  });
}

/** None for what has no place. */
function toFlowNode(input: FlowInput, node?: TopologyNode, box?: LaidOutNode): FlowNode[] {
  const { graph, layout, selectedId, expandedIds } = input;
  if (!node || !box) return [];
  const isContainer = node.kind === "subnet" || graph.childrenOf.has(node.id);
  const isBlocked = input.blockedIds?.has(node.id) ?? false;
  return [
    {
      ...placed(box),
      type: isContainer ? "container" : typeOf(node, layout),
      zIndex: isContainer ? box.depth : layer.leaf,
      selected: node.id === selectedId,
      ariaLabel: isBlocked ? `${diagramAriaLabel(node)}, the path is stopped here` : diagramAriaLabel(node),
      data: {
        node,
        detail: detailOf(graph, node),
        emphasis: isContainer && input.chain === undefined ? "quiet" : nodeEmphasis(input, [node.id]),
        isExpanded: expandedIds.has(node.id),
        isBlocked,
      },
    },
  ];
}

function typeOf(node: TopologyNode, layout: TopologyLayout): "connection" | "resource" | "tile" {
  if (node.kind === "connection") return "connection";
  return layout.folds !== undefined && node.kind === "vpc" ? "tile" : "resource";
}

function toFoldNode(input: FlowInput, fold: VpcFold, box: LaidOutNode): FoldNode {
  return {
    ...placed(box),
    type: "fold",
    zIndex: layer.leaf,
    ariaLabel: `${fold.vpcIds.length} VPCs without functions, ${fold.isOpen ? "shown" : "folded"}`,
    data: { fold, emphasis: fold.isOpen ? "quiet" : nodeEmphasis(input, fold.vpcIds) },
  };
}

function placed(box: LaidOutNode) {
  return {
    id: box.id,
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    draggable: false,
    connectable: false,
    deletable: false,
  };
}

function nodeEmphasis({ chain, foundIds, layout }: FlowInput, ids: readonly string[]): Emphasis {
  const lit = chain?.nodeIds ?? (layout.folds === undefined ? undefined : foundIds);
  if (!lit) return "quiet";
  return ids.some((id) => lit.has(id)) ? "lit" : "dim";
}

export function toFlowEdges({ graph, layout, chain, pointedId }: FlowInput): FlowEdge[] {
  const edgeById = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const isGrid = layout.folds !== undefined;
  return layout.edges.flatMap((line): FlowEdge[] => {
    const edge = edgeById.get(line.id);
    if (!edge) return [];
    const isPointed = pointedId !== undefined && (edge.source === pointedId || edge.target === pointedId);
    const emphasis = isGrid && isPointed ? "lit" : emphasisOf(chain?.edgeIds, edge.id);
    // In the gutters of a grid lines lie on each other: only those of one VPC can be followed.
    if (isGrid && emphasis !== "lit") return [];
    return [
      {
        id: edge.id,
        type: "route",
        source: edge.source,
        target: edge.target,
        zIndex: emphasis === "lit" ? layer.litLine : layer.line,
        focusable: false,
        selectable: false,
        data: {
          path: toEdgePath(line.points),
          arrow: toArrow(line.points),
          emphasis,
          isBroken: edge.isBroken === true,
          title: edge.evidence,
        },
      },
    ];
  });
}

function emphasisOf(lit: ReadonlySet<string> | undefined, id: string): Emphasis {
  if (!lit) return "quiet";
  return lit.has(id) ? "lit" : "dim";
}

/** A head of 5 px at the line's end, in the direction of its last segment. */
function toArrow(points: readonly { x: number; y: number }[]): string {
  const end = points.at(-1);
  const before = points.findLast((point) => end !== undefined && (point.x !== end.x || point.y !== end.y));
  if (!end || !before) return "";
  const length = Math.hypot(end.x - before.x, end.y - before.y);
  const dx = ((end.x - before.x) / length) * 6;
  const dy = ((end.y - before.y) / length) * 6;
  const left = `${end.x - dx - dy / 2} ${end.y - dy + dx / 2}`;
  const right = `${end.x - dx + dy / 2} ${end.y - dy - dx / 2}`;
  return `M ${end.x} ${end.y} L ${left} L ${right} Z`;
}
