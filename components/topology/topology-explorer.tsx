"use client";

import { useCallback, useMemo, useState } from "react";
import { Sheet } from "@/components/ui/overlay/sheet";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import type { VpcSummary } from "@/lib/contract/vpcs";
import { readingOrder } from "@/lib/core/topology/view/reading-order";
import { searchNodes } from "@/lib/core/topology/view/search-nodes";
import { selectionChain } from "@/lib/core/topology/view/selection-chain";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { DiagramStage } from "./diagram-stage";
import { PathBanner } from "./path/path-banner";
import { useTracedPath } from "./path/use-traced-path";
import { SelectionPanel, SelectionPanelHead } from "./panel/selection-panel";
import { TopologyTables } from "./table/topology-tables";
import { TopologyToolbar } from "./toolbar/topology-toolbar";
import { useIsNarrow, useIsPhone } from "@/components/layout/page/use-is-narrow";
import { useTopologyUrl } from "./use-topology-url";

export interface TopologyExplorerProps {
  graph: ViewGraph<TopologyNode, TopologyEdge>;
  vpcs: readonly VpcSummary[] | undefined;
  vpcId: string | null;
  onOpenVpc: (vpcId: string | null) => void;
}

/** Toolbar, picture or tables, and the panel of what is selected. Owns the selection, which lives in the URL. */
export function TopologyExplorer({ graph, vpcs, vpcId, onOpenVpc }: TopologyExplorerProps) {
  const [url, setUrl] = useTopologyUrl();
  const [centerRequest, setCenterRequest] = useState(0);
  const isNarrow = useIsNarrow();
  const isPhone = useIsPhone();
  const view = url.view ?? (isPhone ? "table" : "diagram");
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
  const find = (id: string) => {
    select(id);
    setCenterRequest((count) => count + 1);
  };
  const panel = node && chain && (
    <SelectionPanel
      node={node}
      graph={graph}
      chain={chain}
      snapshotId={url.snapshotId}
      onSelect={find}
      onOpenVpc={onOpenVpc}
    />
  );
  return (
    <>
      <TopologyToolbar
        vpcs={vpcs}
        vpcId={vpcId}
        onVpcChange={onOpenVpc}
        order={order}
        q={url.q}
        onQueryChange={(q) => void setUrl({ q })}
        onFind={find}
        view={view}
        onViewChange={(next) => void setUrl({ view: next })}
      />
      {traced && <PathBanner traced={traced} />}
      <div className="flex min-h-0 flex-1">
        <div className="min-h-0 min-w-0 flex-1 overflow-auto">
          {view === "table" ? (
            <TopologyTables graph={graph} onSelect={select} />
          ) : (
            <DiagramStage
              graph={graph}
              order={order}
              chain={chain ?? traced?.chain}
              blockedIds={traced?.chain?.blockedIds}
              selectedId={node?.id ?? null}
              onSelect={select}
              onOpenVpc={onOpenVpc}
              centerRequest={centerRequest}
              foundIds={foundIds}
              onShowTable={() => void setUrl({ view: "table" })}
            />
          )}
        </div>
        {node && !isNarrow && (
          <aside
            aria-label={`About ${node.label}`}
            className="border-line bg-surface w-96 shrink-0 overflow-y-auto border-l"
          >
            <SelectionPanelHead
              node={node}
              onClose={() => {
                select(null);
              }}
            />
            {panel}
          </aside>
        )}
      </div>
      {isNarrow && (
        <Sheet
          isOpen={node !== undefined}
          onOpenChange={(isOpen) => {
            if (!isOpen) select(null);
          }}
          title={node?.label ?? ""}
          side={isPhone ? "bottom" : "right"}
        >
          {panel}
        </Sheet>
      )}
    </>
  );
}
