import type { Edge, Node } from "reactflow";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import type { SelectionChain } from "@/lib/core/topology/view/selection-chain";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import type { Verdict } from "@/lib/core/reachability/trace";
import type { ReachDrawing } from "@/lib/core/topology/reach/draw-reach";
import type { ReachedTarget } from "@/lib/core/topology/reach/reach-lines";
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
  /** While what a connection reaches is drawn: the verdict of what is reached here. */
  mark?: Verdict;
  /** What is reached behind it and has no node of its own. */
  reached: readonly ReachedTarget[];
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
  /** Of what goes over it, while what a connection reaches is drawn. */
  verdict?: Verdict;
  isPointed: boolean;
}
export type FlowEdge = Edge<FlowEdgeData, "route">;

/** Containers lie lowest, lines over them, everything with a label of its own on top. */
export const layer = { line: 10, litLine: 11, leaf: 20 } as const;

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
  /** What a connection reaches, where that is drawn, and the line of it that is pointed at. */
  drawing?: ReachDrawing | undefined;
  pointedLineId?: string | null | undefined;
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
  const zIndex = isContainer ? box.depth : layer.leaf;
  const mark = input.drawing?.verdictAt.get(node.id);
  return [
    {
      ...placed(box),
      type: isContainer ? "container" : typeOf(node, layout),
      zIndex,
      // The library lifts what is selected when the page opens, over what a container holds; its own style is kept.
      style: { zIndex },
      selected: node.id === selectedId,
      ariaLabel: [
        diagramAriaLabel(node),
        ...(isBlocked ? ["the path is stopped here"] : []),
        ...(mark === undefined ? [] : [`reached: ${toStatusLook("verdict", mark).label}`]),
      ].join(", "),
      data: {
        node,
        detail: detailOf(graph, node),
        emphasis: isContainer && input.chain === undefined ? "quiet" : nodeEmphasis(input, [node.id]),
        isExpanded: expandedIds.has(node.id),
        isBlocked,
        ...(mark !== undefined && { mark }),
        reached: input.drawing?.rowsAt.get(node.id) ?? [],
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
