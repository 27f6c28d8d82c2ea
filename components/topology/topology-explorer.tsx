"use client";

import { useCallback, useMemo, useState } from "react";
import { useIsPhone } from "@/components/layout/page/use-is-narrow";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import type { VpcSummary } from "@/lib/contract/vpcs";
import { readingOrder } from "@/lib/core/topology/view/reading-order";
import { searchNodes } from "@/lib/core/topology/view/search-nodes";
import { selectionChain } from "@/lib/core/topology/view/selection-chain";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { DiagramStage } from "./diagram-stage";
import { ExplorerPanel } from "./panel/explorer-panel";
import { PathBanner } from "./path/path-banner";
import { useTracedPath } from "./path/use-traced-path";
import { ReachBar } from "./reaches/reach-bar";
import { ReachTables } from "./reaches/reach-tables";
import { useEscape } from "./reaches/use-escape";
import { useReachMode } from "./reaches/use-reach-mode";
import { TopologyTables } from "./table/topology-tables";
import { TopologyToolbar } from "./toolbar/topology-toolbar";
import { useTopologyUrl } from "./use-topology-url";

export interface TopologyExplorerProps {
  graph: ViewGraph<TopologyNode, TopologyEdge>;
  /** That the graph is of. */
  snapshotId: string;
  vpcs: readonly VpcSummary[] | undefined;
  vpcId: string | null;
  onOpenVpc: (vpcId: string | null) => void;
}

/** Toolbar, picture or tables, and the panel beside them. Owns the selection, which lives in the URL. */
export function TopologyExplorer({ graph: read, snapshotId, vpcs, vpcId, onOpenVpc }: TopologyExplorerProps) {
  const [url, setUrl] = useTopologyUrl();
  const [centerRequest, setCenterRequest] = useState(0);
  const isPhone = useIsPhone();
  const view = url.view ?? (isPhone ? "table" : "diagram");
  const mode = useReachMode(read, snapshotId);
  const isReach = mode.state.kind !== "off";
  const graph = mode.drawing?.graph ?? read;
  const order = useMemo(() => readingOrder(graph), [graph]);
  const { selected, q } = url;
  const foundIds = useMemo(
    () => (q.trim() === "" ? undefined : new Set(searchNodes(order, q).map(({ id }) => id))),
    [order, q],
  );
  const node = selected === null ? undefined : graph.nodeById.get(selected);
  const traced = useTracedPath(graph);
  const chain = useMemo(
    () => (selected === null ? undefined : selectionChain(graph, selected)),
    [graph, selected],
  );
  const select = useCallback((id: string | null) => void setUrl({ selected: id }), [setUrl]);
  const { start, leave, pointAt } = mode;
  const choose = useCallback(
    (id: string | null) => {
      if (isReach && id !== null && graph.nodeById.get(id)?.kind === "connection") start(id);
      else select(id);
    },
    [isReach, graph, start, select],
  );
  const find = (id: string) => {
    select(id);
    setCenterRequest((count) => count + 1);
  };
  useEscape(isReach, () => {
    if (mode.lineId !== null) pointAt(null);
    else if (selected !== null) select(null);
    else if (mode.targetKey !== null) mode.isolate(null);
    else leave();
  });
  const toggleReach = () => {
    if (isReach) leave();
    else start(node?.kind === "connection" ? node.id : null);
  };
  return (
    <>
      <TopologyToolbar
        vpcs={vpcs}
        vpcId={vpcId}
        onVpcChange={onOpenVpc}
        order={order}
        q={url.q}
        onQueryChange={(next) => void setUrl({ q: next })}
        onFind={find}
        view={view}
        onViewChange={(next) => void setUrl({ view: next })}
        reach={isReach || mode.connections.length > 0 ? { isOn: isReach, onToggle: toggleReach } : undefined}
      />
      {isReach && <ReachBar mode={mode} view={view} vpcs={vpcs} vpcId={vpcId} onOpenVpc={onOpenVpc} />}
      {traced && !isReach && <PathBanner traced={traced} />}
      <div className="flex min-h-0 flex-1">
        <div className="min-h-0 min-w-0 flex-1 overflow-auto">
          {view === "table" ? (
            <TopologyTables graph={graph} onSelect={choose}>
              {mode.state.kind === "ready" && mode.drawing && (
                <ReachTables
                  name={mode.connection?.label ?? ""}
                  ways={mode.state.ways}
                  drawing={mode.drawing}
                  snapshotId={url.snapshotId ?? undefined}
                />
              )}
            </TopologyTables>
          ) : (
            <DiagramStage
              graph={graph}
              order={order}
              chain={mode.chain ?? chain ?? traced?.chain}
              blockedIds={isReach ? undefined : traced?.chain?.blockedIds}
              selectedId={node?.id ?? null}
              onSelect={choose}
              onOpenVpc={onOpenVpc}
              centerRequest={centerRequest}
              foundIds={foundIds}
              onShowTable={() => void setUrl({ view: "table" })}
              drawing={mode.drawing}
              pointedLineId={mode.lineId}
              onPointAtLine={pointAt}
            />
          )}
        </div>
        <ExplorerPanel
          node={node}
          chain={chain}
          graph={graph}
          mode={mode}
          view={view}
          snapshotId={url.snapshotId}
          onSelect={select}
          onFind={find}
          onOpenVpc={onOpenVpc}
        />
      </div>
    </>
  );
}
