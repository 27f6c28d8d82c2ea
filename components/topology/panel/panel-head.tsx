import { X } from "lucide-react";
import { IconButton } from "@/components/ui/action/icon-button";
import type { TopologyNodeKind } from "@/lib/contract/topology";
import { NodeIcon } from "../node-icon";

export interface PanelHeadProps {
  kind: TopologyNodeKind;
  title: string;
  closeLabel: string;
  onClose: () => void;
}

/** The head of the panel beside the diagram; the sheet has its own. */
export function PanelHead({ kind, title, closeLabel, onClose }: PanelHeadProps) {
  return (
    <header className="border-line bg-surface sticky top-0 z-10 flex items-center gap-2 border-b px-4 py-2.5">
      <NodeIcon kind={kind} size={24} />
      <h2 className="text-14 min-w-0 flex-1 truncate font-semibold" title={title}>
        {title}
      </h2>
      <IconButton label={closeLabel} icon={<X aria-hidden className="size-4" />} onClick={onClose} />
    </header>
  );
}
