import { X } from "lucide-react";
import { Panel } from "reactflow";
import { useIsNarrow } from "@/components/layout/page/use-is-narrow";
import { IconButton } from "@/components/ui/action/icon-button";
import { LineEvidence } from "../reaches/line-evidence";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import { lineTitle } from "@/lib/core/topology/reach/line-words";
import type { ReachLine } from "@/lib/core/topology/reach/reach-lines";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";

export interface LineCardProps {
  line: ReachLine;
  graph: ViewGraph<TopologyNode, TopologyEdge>;
  onClose: () => void;
}

/**
 * What goes over a line and by which routes, over the diagram where there is no panel beside it. It stays until another
 * line is pointed at, or it is closed.
 */
export function LineCard({ line, graph, onClose }: LineCardProps) {
  if (!useIsNarrow()) return null;
  return (
    <Panel
      position="bottom-left"
      className="border-line bg-surface shadow-overlay mb-16! w-88 max-w-[calc(100%-2rem)] rounded-md border"
    >
      <header className="flex items-start gap-2 px-3 pt-2">
        <h2 className="min-w-0 flex-1 font-medium break-words">{lineTitle(graph, line)}</h2>
        <IconButton
          label="Close"
          hasTooltip={false}
          icon={<X aria-hidden className="size-4" />}
          onClick={onClose}
        />
      </header>
      <div className="max-h-64 overflow-y-auto px-3 pb-2.5">
        <LineEvidence line={line} />
      </div>
    </Panel>
  );
}
