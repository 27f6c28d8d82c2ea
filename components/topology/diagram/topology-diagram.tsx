"use client";

import "reactflow/dist/style.css";
import "./diagram.css";
import { useCallback, useMemo, useRef, useState } from "react";
import { ReactFlow, ReactFlowProvider, useStore, type NodeChange } from "reactflow";
import { ConnectionNode } from "./connection-node";
import { ContainerNode } from "./container-node";
import { DiagramControls } from "./diagram-controls";
import { ResourceNode } from "./resource-node";
import { RouteEdge } from "./route-edge";
import { toFlowEdges, toFlowNodes, type FlowEdge, type FlowInput, type FlowNode } from "./to-flow";
import { ToggleExpandedContext } from "./toggle-expanded-context";
import { toDetailLevel } from "./detail-level";
import { useDiagramKeys } from "./use-diagram-keys";
import { useViewport } from "./use-viewport";

const nodeTypes = { container: ContainerNode, resource: ResourceNode, connection: ConnectionNode };
const edgeTypes = { route: RouteEdge };

export interface TopologyDiagramProps extends FlowInput {
  onSelect: (nodeId: string | null) => void;
  /** A VPC drawn as a card was chosen: there is more to see inside than beside it. */
  onOpenVpc: (vpcId: string) => void;
  onToggleExpanded: (nodeId: string) => void;
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
  const { onSelect, onOpenVpc, centerRequest, graph, order, layout, chain, selectedId, expandedIds } = props;
  const wrapper = useRef<HTMLDivElement>(null);
  // A link that names a node opens on that node (`useViewport`); the library's own fit would come after and undo it.
  const [isFittedFirst] = useState(selectedId === null);
  const zoomLevel = useStore((state) => toDetailLevel(state.transform[2]));
  const input = useMemo(
    () => ({ graph, order, layout, chain, selectedId, expandedIds }),
    [graph, order, layout, chain, selectedId, expandedIds],
  );
  const nodes = useMemo(() => toFlowNodes(input), [input]);
  const edges = useMemo(() => toFlowEdges(input), [input]);
  useViewport({ graph, layout, selectedId, centerRequest, chain });
  const onKeyDown = useDiagramKeys({ nodes, wrapper, onSelect });
  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const chosen = changes.find((change) => change.type === "select" && change.selected);
      if (chosen?.type !== "select") return;
      const { kind, resourceId } = graph.nodeById.get(chosen.id) ?? {};
      if (kind === "vpc" && resourceId !== undefined && !graph.childrenOf.has(chosen.id))
        onOpenVpc(resourceId);
      else onSelect(chosen.id);
    },
    [graph, onSelect, onOpenVpc],
  );
  return (
    <div
      ref={wrapper}
      data-zoom={zoomLevel}
      className="group/diagram bg-canvas relative size-full"
      onKeyDown={onKeyDown}
    >
      <ReactFlow<FlowNode, FlowEdge>
        aria-label="Diagram of the network, left to right as a packet goes"
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onPaneClick={() => {
          onSelect(null);
        }}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        zIndexMode="manual"
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        minZoom={0.1}
        maxZoom={1.5}
        fitView={isFittedFirst}
        fitViewOptions={{ padding: 0.02, maxZoom: 1 }}
      >
        <DiagramControls />
      </ReactFlow>
    </div>
  );
}
