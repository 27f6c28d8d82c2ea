"use client";

import { useCallback, useMemo, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { waysQuery } from "@/lib/client/queries/reachability";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import { drawReach, type ReachDrawing } from "@/lib/core/topology/reach/draw-reach";
import type { SelectionChain } from "@/lib/core/topology/view/selection-chain";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { useTopologyUrl } from "../use-topology-url";
import { getReachState, type ReachState } from "./reach-state";

export interface ReachMode {
  state: ReachState;
  /** Those of the diagram, which one may choose from. */
  connections: readonly TopologyNode[];
  connection: TopologyNode | undefined;
  drawing: ReachDrawing<TopologyNode, TopologyEdge> | undefined;
  chain: SelectionChain<TopologyEdge> | undefined;
  /** The one target whose way alone is lit. */
  targetKey: string | null;
  /** The line whose evidence is shown. */
  lineId: string | null;
  start: (connectionId: string | null) => void;
  leave: () => void;
  isolate: (targetKey: string | null) => void;
  pointAt: (lineId: string | null) => void;
  retry: () => void;
}

/** What a connection reaches, drawn on the diagram, while the address says so. */
export function useReachMode(graph: ViewGraph<TopologyNode, TopologyEdge>, snapshotId: string): ReachMode {
  const [url, setUrl] = useTopologyUrl();
  const isOn = url.mode === "reaches";
  const connectionId = isOn ? url.connection : null;
  const connections = useMemo(() => graph.nodes.filter(({ kind }) => kind === "connection"), [graph]);
  const connection = connections.find(({ id }) => id === connectionId);
  const { data, error, refetch } = useQuery({
    ...waysQuery(connectionId ?? "", { snapshotId: url.snapshotId ?? undefined }),
    enabled: connectionId !== null,
  });
  const isDrawn = connection !== undefined;
  const state = getReachState({ isOn, connectionId, isDrawn, data, error, snapshotId });
  const drawing = useMemo(
    () =>
      connectionId === null || !isDrawn || data === undefined
        ? undefined
        : drawReach(graph, { connectionId, ...data }, (line): TopologyEdge => ({ ...line, kind: "route" })),
    [graph, connectionId, isDrawn, data],
  );
  const [lineId, pointAt] = useState<string | null>(null);
  const targetKey = url.target !== null && drawing?.wayOf.has(url.target) === true ? url.target : null;
  const chain = useMemo(() => drawing && toChain(drawing, targetKey), [drawing, targetKey]);
  const start = useCallback(
    (next: string | null) => {
      pointAt(null);
      void setUrl({ ...noPath, mode: "reaches", connection: next, target: null, selected: null });
    },
    [setUrl],
  );
  const leave = useCallback(() => {
    pointAt(null);
    void setUrl({ mode: null, connection: null, target: null, selected: connectionId });
  }, [setUrl, connectionId]);
  return {
    state,
    connections,
    connection,
    drawing,
    chain,
    targetKey,
    lineId: lineId !== null && drawing?.lines.has(lineId) === true ? lineId : null,
    start,
    leave,
    isolate: useCallback((target) => void setUrl({ target, selected: null }), [setUrl]),
    pointAt,
    retry: () => void refetch(),
  };
}

/** One path at a time, or all of them. */
const noPath = { from: null, to: null, protocol: null, port: null, subnet: null };

function toChain(
  { wayOf, lines }: ReachDrawing<TopologyNode, TopologyEdge>,
  targetKey: string | null,
): SelectionChain<TopologyEdge> {
  const only = targetKey === null ? undefined : wayOf.get(targetKey);
  return {
    nodeIds: only?.nodeIds ?? new Set([...wayOf.values()].flatMap(({ nodeIds }) => [...nodeIds])),
    edgeIds: only?.edgeIds ?? new Set(lines.keys()),
    upstream: [],
    downstream: [],
  };
}
