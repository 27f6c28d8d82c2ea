"use client";

import { useCallback } from "react";
import type { NodeChange } from "reactflow";
import type { DiagramNode, FlowInput } from "./to-flow";

export interface NodeChoice extends Pick<FlowInput, "graph" | "layout"> {
  onSelect: (nodeId: string | null) => void;
  onOpenVpc: (vpcId: string) => void;
  onToggleExpanded: (nodeId: string) => void;
  onShowTable: () => void;
}

/** What a click or Enter on a node does: an unopened VPC opens, a fold unfolds, anything else is selected. */
export function useNodeChoice(choice: NodeChoice): (changes: NodeChange<DiagramNode>[]) => void {
  const { graph, layout, onSelect, onOpenVpc, onToggleExpanded, onShowTable } = choice;
  return useCallback(
    (changes) => {
      const chosen = changes.find((change) => change.type === "select" && change.selected);
      if (chosen?.type !== "select") return;
      const fold = layout.folds?.find(({ id }) => id === chosen.id);
      const { kind, resourceId } = graph.nodeById.get(chosen.id) ?? {};
      if (fold?.canOpen === true) onToggleExpanded(fold.id);
      else if (fold) onShowTable();
      else if (kind === "vpc" && resourceId !== undefined && !graph.childrenOf.has(chosen.id))
        onOpenVpc(resourceId);
      else onSelect(chosen.id);
    },
    [graph, layout, onSelect, onOpenVpc, onToggleExpanded, onShowTable],
  );
}
