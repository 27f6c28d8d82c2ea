"use client";

import { useCallback, useMemo, useState } from "react";
import dynamic from "next/dynamic";
import { Button } from "@/components/ui/action/button";
import { Callout } from "@/components/ui/feedback/callout";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { ProgressBar } from "@/components/ui/status/progress-bar";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import type { ReachDrawing } from "@/lib/core/topology/reach/draw-reach";
import type { SelectionChain } from "@/lib/core/topology/view/selection-chain";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { MAX_LAYOUT_EDGES, MAX_LAYOUT_NODES, type LayoutResult } from "./layout/layout-result";
import { useLayout } from "./layout/use-layout";
import { foldHiding } from "./overview-grid/fold-vpcs";
import { useIsPhone } from "@/components/layout/page/use-is-narrow";

/** React Flow measures the page, so it has nothing to draw on the server; it is loaded when a diagram is shown. */
const TopologyDiagram = dynamic(
  () => import("./diagram/topology-diagram").then((module) => module.TopologyDiagram),
  { ssr: false, loading: () => <Arranging /> },
);

export interface DiagramStageProps {
  graph: ViewGraph<TopologyNode, TopologyEdge>;
  order: readonly TopologyNode[];
  chain: SelectionChain | undefined;
  /** Where the packet of a drawn path is stopped. */
  blockedIds: ReadonlySet<string> | undefined;
  selectedId: string | null;
  onSelect: (nodeId: string | null) => void;
  onOpenVpc: (vpcId: string) => void;
  centerRequest: number;
  foundIds: ReadonlySet<string> | undefined;
  onShowTable: () => void;
  /** What a connection reaches, where that is drawn. */
  drawing?: ReachDrawing<TopologyNode, TopologyEdge> | undefined;
  pointedLineId?: string | null;
  onPointAtLine?: (lineId: string | null) => void;
}

/** Owns the layout and which connections are open, since that decides the layout; shows every way it can end. */
export function DiagramStage(props: DiagramStageProps) {
  const { graph, onShowTable, selectedId, onSelect } = props;
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set<string>());
  const revealedId = useMemo(() => foldHiding(graph, selectedId), [graph, selectedId]);
  const expandedIds = useMemo(
    () => (revealedId === undefined ? chosenIds : new Set([...chosenIds, revealedId])),
    [chosenIds, revealedId],
  );
  const { result, retry } = useLayout(graph, expandedIds, useIsPhone() ? "tall" : "wide");
  const toggleExpanded = useCallback(
    (nodeId: string) => {
      if (nodeId === revealedId) onSelect(null);
      setChosenIds((before) => {
        const after = new Set(before);
        if (!after.delete(nodeId) && nodeId !== revealedId) after.add(nodeId);
        return after;
      });
    },
    [revealedId, onSelect],
  );
  if (result === undefined) return <Arranging />;
  if (result.status !== "ready") {
    return <NoLayout result={result} onRetry={retry} onShowTable={onShowTable} />;
  }
  return (
    <TopologyDiagram
      {...props}
      layout={result.layout}
      expandedIds={expandedIds}
      onToggleExpanded={toggleExpanded}
    />
  );
}

function Arranging() {
  return (
    <div role="status" className="mx-auto grid max-w-xs gap-3 px-6 py-24">
      <p>Arranging the diagram…</p>
      <ProgressBar label="Arranging the diagram" />
    </div>
  );
}

interface NoLayoutProps {
  result: Exclude<LayoutResult, { status: "ready" }>;
  onRetry: () => void;
  onShowTable: () => void;
}

function NoLayout({ result, onRetry, onShowTable }: NoLayoutProps) {
  const table = (
    <Button size="sm" onClick={onShowTable}>
      Show it as tables
    </Button>
  );
  if (result.status === "too-large") {
    return (
      <div className="p-4">
        <Callout tone="warning" title="This network is too large to draw at once" actions={table}>
          It has {result.nodeCount} resources and {result.edgeCount} paths; the diagram draws up to{" "}
          {MAX_LAYOUT_NODES} and {MAX_LAYOUT_EDGES}. Pick one VPC above, or read it as tables.
        </Callout>
      </div>
    );
  }
  const message =
    result.status === "timed-out"
      ? `No arrangement was found within ${result.afterMs / 1000} s.`
      : `The layout worker did not start or failed: ${result.message}`;
  return (
    <div className="p-4">
      <ErrorState
        title="The diagram could not be arranged"
        message={message}
        nextStep="Nothing is lost: the tables show the same resources and paths."
        onRetry={onRetry}
        actions={table}
      />
    </div>
  );
}
