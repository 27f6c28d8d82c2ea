import { memo } from "react";
import clsx from "clsx";
import { ChevronDown, ChevronRight, Table2 } from "lucide-react";
import type { NodeProps } from "reactflow";
import { emphasisClass } from "../diagram/emphasis-class";
import { NodeHandles } from "../diagram/node-handles";
import type { FoldNode as FoldFlowNode } from "../diagram/to-flow";

/** VPCs without functions behind one tile: chosen, it opens below itself, or leads to the table where they are too many. */
export const FoldNode = memo(function FoldNode({ data }: NodeProps<FoldFlowNode>) {
  const { fold, emphasis } = data;
  const Icon = !fold.canOpen ? Table2 : fold.isOpen ? ChevronDown : ChevronRight;
  const does = !fold.canOpen ? "Read them in the table" : fold.isOpen ? "Fold them again" : "Show them";
  return (
    <div
      className={clsx(
        "border-line-strong bg-sunken text-ink-muted hover:border-accent flex size-full cursor-pointer items-center gap-1 rounded-md border border-dashed px-2.5",
        emphasisClass[emphasis],
      )}
      title={`${fold.vpcIds.length.toLocaleString("en")} VPCs without functions. ${does}.`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="group-data-[zoom=far]/diagram:text-20 group-data-[zoom=middle]/diagram:text-16 min-w-0 flex-1 truncate leading-5">
        {fold.vpcIds.length.toLocaleString("en")} without functions
      </span>
      <NodeHandles />
    </div>
  );
});
