import type { Edge, Node } from "reactflow";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import { kindLabel } from "@/lib/core/topology/view/kind-label";
import type { SelectionChain } from "@/lib/core/topology/view/selection-chain";
import { subnetStripText, toSubnetStrip } from "@/lib/core/topology/view/subnet-strip";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import type { TopologyLayout } from "../layout/layout-types";
import { toEdgePath } from "../layout/edge-path";

/** `lit` belongs to the chain of the selection, `dim` does not, `quiet` where nothing is selected. */
export type Emphasis = "quiet" | "lit" | "dim";

export interface FlowNodeData extends Record<string, unknown> {
  node: TopologyNode;
  /** The second line: what a person compares nodes by. */
  detail: string;
  emphasis: Emphasis;
  isExpanded: boolean;
}
export type FlowNode = Node<FlowNodeData, "container" | "resource" | "connection">;

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
}

export function toFlowNodes(input: FlowInput): FlowNode[] {
  const { graph, order, layout, chain, selectedId, expandedIds } = input;
  const boxById = new Map(layout.nodes.map((box) => [box.id, box]));
  return order.flatMap((node): FlowNode[] => {
    const box = boxById.get(node.id);
    if (!box) return [];
    const isContainer = node.kind === "subnet" || graph.childrenOf.has(node.id);
    const type = isContainer ? "container" : node.kind === "connection" ? "connection" : "resource";
    return [
      {
        id: node.id,
        type,
        position: { x: box.x, y: box.y },
        width: box.width,
        height: box.height,
        zIndex: isContainer ? box.depth : layer.leaf,
        selected: node.id === selectedId,
        draggable: false,
        connectable: false,
        deletable: false,
        ariaLabel: ariaLabelOf(node),
        data: {
          node,
          detail: detailOf(graph, node),
          emphasis: emphasisOf(chain?.nodeIds, node.id),
          isExpanded: expandedIds.has(node.id),
        },
      },
    ];
  });
}

export function toFlowEdges({ graph, layout, chain }: FlowInput): FlowEdge[] {
  const edgeById = new Map(graph.edges.map((edge) => [edge.id, edge]));
  return layout.edges.flatMap((line): FlowEdge[] => {
    const edge = edgeById.get(line.id);
    if (!edge) return [];
    const emphasis = emphasisOf(chain?.edgeIds, edge.id);
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

function detailOf(graph: FlowInput["graph"], node: TopologyNode): string {
  if (node.kind === "subnet") return subnetStripText(toSubnetStrip(graph, node));
  if (node.kind === "aws-service") return kindLabel(node.kind);
  if (node.kind !== "vpc" || graph.childrenOf.has(node.id)) return node.sublabel ?? kindLabel(node.kind);
  const counts = ["Functions", "Subnets"].map(
    (label) => node.facts.find((fact) => fact.label === label)?.value,
  );
  return [node.sublabel, ...counts].filter((part) => part !== undefined).join(" · ");
}

function ariaLabelOf(node: TopologyNode): string {
  const kind = node.kind === "subnet" ? `${node.subnetKind ?? "unknown"} subnet` : kindLabel(node.kind);
  return [`${kind} ${node.label}`, node.sublabel, node.state].filter((part) => part !== undefined).join(", ");
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
