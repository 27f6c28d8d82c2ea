"use client";

import "reactflow/dist/style.css";
import "./diagram.css";
import { useMemo, useRef, useState } from "react";
import { ReactFlow, ReactFlowProvider, useStore } from "reactflow";
import { useIsPhone } from "@/components/layout/page/use-is-narrow";
import { FoldNode } from "../overview-grid/fold-node";
import { VpcTileNode } from "../overview-grid/vpc-tile-node";
import { ConnectionNode } from "./connection-node";
import { ContainerNode } from "./container-node";
import { DiagramControls } from "./diagram-controls";
import { LineCard } from "./line-card";
import { ResourceNode } from "./resource-node";
import { RouteEdge } from "./route-edge";
import { toFlowNodes, type DiagramNode, type FlowEdge, type FlowInput } from "./to-flow";
import { toFlowEdges } from "./to-flow-edges";
import { ToggleExpandedContext } from "./toggle-expanded-context";
import { toDetailLevel } from "./detail-level";
import { useDiagramKeys } from "./use-diagram-keys";
import { useNodeChoice } from "./use-node-choice";
import { useViewport } from "./use-viewport";

const nodeTypes = {
  container: ContainerNode,
  resource: ResourceNode,
  connection: ConnectionNode,
  tile: VpcTileNode,
  fold: FoldNode,
};
const edgeTypes = { route: RouteEdge };
const canvasOptions = {
  onlyRenderVisibleElements: true,
  nodesDraggable: false,
  nodesConnectable: false,
  edgesFocusable: false,
  zIndexMode: "manual",
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  deleteKeyCode: null,
  minZoom: 0.1,
  maxZoom: 1.5,
  fitViewOptions: { padding: 0.02, maxZoom: 1 },
} as const;

export interface TopologyDiagramProps extends Omit<FlowInput, "pointedId"> {
  onSelect: (nodeId: string | null) => void;
  /** A VPC drawn as a card was chosen: there is more to see inside than beside it. */
  onOpenVpc: (vpcId: string) => void;
  onToggleExpanded: (nodeId: string) => void;
  onShowTable: () => void;
  /** The pointer or the focus is on a line of what a connection reaches. */
  onPointAtLine?: ((lineId: string | null) => void) | undefined;
  /** Changes when the diagram should move to the selection although that stays the same (a search result again). */
  centerRequest: number;
}

/**
 * Draws a laid-out diagram. Owns the viewport; selection and layout come from the page. Layers are the nodes' own from the
 * first one on: the provider would lift a container that a link selects above what it holds.
 */
export function TopologyDiagram(props: TopologyDiagramProps) {
  return (
    <ReactFlowProvider zIndexMode="manual">
      <ToggleExpandedContext value={props.onToggleExpanded}>
        <Canvas {...props} />
      </ToggleExpandedContext>
    </ReactFlowProvider>
  );
}

function Canvas(props: TopologyDiagramProps) {
  const {
    onSelect,
    centerRequest,
    graph,
    order,
    layout,
    chain,
    selectedId,
    expandedIds,
    foundIds,
    blockedIds,
    drawing,
    pointedLineId,
    onPointAtLine,
  } = props;
  const isGrid = layout.folds !== undefined;
  const wrapper = useRef<HTMLDivElement>(null);
  // A link that names a node opens on that node (`useViewport`); the library's own fit would come after and undo it.
  const isPhone = useIsPhone();
  const [isFittedFirst] = useState(selectedId === null && !isGrid && !isPhone);
  const [pointedId, setPointedId] = useState<string>();
  const zoomLevel = useStore((state) => toDetailLevel(state.transform[2]));
  const input = useMemo(
    () => ({ graph, order, layout, chain, selectedId, expandedIds, foundIds, blockedIds, drawing }),
    [graph, order, layout, chain, selectedId, expandedIds, foundIds, blockedIds, drawing],
  );
  const nodes = useMemo(() => toFlowNodes(input), [input]);
  const edges = useMemo(
    () => toFlowEdges({ ...input, pointedId, pointedLineId }),
    [input, pointedId, pointedLineId],
  );
  const pointAtLine = (id: string | null | undefined) => {
    if (id !== null && id !== undefined && drawing?.lines.has(id) === true) onPointAtLine?.(id);
  };
  const pointedLine = drawing?.lines.get(pointedLineId ?? "");
  useViewport({ graph, layout, selectedId, centerRequest, chain, isPhone });
  const onKeyDown = useDiagramKeys({ nodes, isGrid, wrapper, onSelect });
  const onNodesChange = useNodeChoice(props);
  return (
    <div
      ref={wrapper}
      data-zoom={zoomLevel}
      className="group/diagram bg-canvas relative size-full"
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        setPointedId(event.target.closest(".react-flow__node")?.getAttribute("data-id") ?? undefined);
        pointAtLine(event.target.closest(".react-flow__edge")?.getAttribute("data-id"));
      }}
      onBlur={() => {
        setPointedId(undefined);
      }}
    >
      <ReactFlow<DiagramNode, FlowEdge>
        aria-label="Diagram of the network, left to right as a packet goes"
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onPaneClick={() => {
          onSelect(null);
        }}
        onNodeMouseEnter={(_event, node) => {
          setPointedId(node.id);
        }}
        onNodeMouseLeave={() => {
          setPointedId(undefined);
        }}
        {...(drawing && {
          onEdgeMouseEnter: (_event, edge) => {
            pointAtLine(edge.id);
          },
          onEdgeClick: (_event, edge) => {
            pointAtLine(edge.id);
          },
        })}
        {...canvasOptions}
        fitView={isFittedFirst}
      >
        <DiagramControls />
        {pointedLine && (
          <LineCard
            line={pointedLine}
            graph={graph}
            onClose={() => {
              onPointAtLine?.(null);
            }}
          />
        )}
      </ReactFlow>
    </div>
  );
}
