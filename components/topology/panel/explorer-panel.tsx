"use client";

import { useIsNarrow } from "@/components/layout/page/use-is-narrow";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import type { SelectionChain } from "@/lib/core/topology/view/selection-chain";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { ReachPanel } from "../reaches/reach-panel";
import type { ReachMode } from "../reaches/use-reach-mode";
import { PanelHead } from "./panel-head";
import { SelectionPanel } from "./selection-panel";
import { SidePanel } from "./side-panel";

export interface ExplorerPanelProps {
  node: TopologyNode | undefined;
  chain: SelectionChain<TopologyEdge> | undefined;
  graph: ViewGraph<TopologyNode, TopologyEdge>;
  mode: ReachMode;
  view: "diagram" | "table";
  snapshotId: string | null;
  onSelect: (nodeId: string | null) => void;
  onFind: (nodeId: string) => void;
  onOpenVpc: (vpcId: string) => void;
}

/** What is selected, in words; else, while it is drawn, what the connection reaches. */
export function ExplorerPanel(props: ExplorerPanelProps) {
  const { node, chain, graph, mode, snapshotId, onSelect } = props;
  // Over the diagram it would hide what it tells of; the tables hold the same.
  const isTold = mode.state.kind !== "off" && mode.state.kind !== "elsewhere";
  const hasReachPanel = !useIsNarrow() && props.view === "diagram" && isTold;
  if (node && chain) {
    const clear = () => {
      onSelect(null);
    };
    return (
      <SidePanel
        title={`About ${node.label}`}
        isOpen
        onClose={clear}
        head={
          <PanelHead kind={node.kind} title={node.label} closeLabel="Clear the selection" onClose={clear} />
        }
      >
        <SelectionPanel
          node={node}
          graph={graph}
          chain={chain}
          snapshotId={snapshotId}
          onSelect={props.onFind}
          onOpenVpc={props.onOpenVpc}
        />
      </SidePanel>
    );
  }
  if (!hasReachPanel) return null;
  return (
    <SidePanel
      title="What it reaches"
      isOpen
      onClose={mode.leave}
      head={
        <PanelHead
          kind="connection"
          title={mode.connection === undefined ? "What it reaches" : `What ${mode.connection.label} reaches`}
          closeLabel="Draw it no more"
          onClose={mode.leave}
        />
      }
    >
      <ReachPanel mode={mode} snapshotId={snapshotId ?? undefined} />
    </SidePanel>
  );
}
