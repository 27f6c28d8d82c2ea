import { memo } from "react";
import clsx from "clsx";
import type { NodeProps } from "reactflow";
import { kindLabel } from "@/lib/core/topology/view/kind-label";
import { NodeIcon } from "../node-icon";
import { NodeHandles } from "./node-handles";
import { emphasisClass, selectedClass } from "./emphasis-class";
import type { FlowNode } from "./to-flow";

/** Narrower, two names would both be cut: the detail is then in the tooltip and the panel. */
const DETAIL_WIDTH = 200;

/** A gateway, endpoint, database, destination or an unopened VPC: icon, name, and what it is. */
export const ResourceNode = memo(function ResourceNode({
  data,
  selected,
  width,
  height,
}: NodeProps<FlowNode>) {
  const { node, detail, emphasis } = data;
  const isRow = (height ?? 0) < 48;
  const hasRoomForDetail = (width ?? 0) >= DETAIL_WIDTH;
  return (
    <div
      className={clsx(
        "border-line bg-surface flex size-full items-center gap-2.5 rounded-md border px-2.5",
        emphasisClass[emphasis],
        selected && selectedClass,
      )}
      title={`${kindLabel(node.kind)}: ${node.label}, ${detail}`}
    >
      <NodeIcon kind={node.kind} size={isRow ? 20 : 28} />
      <span
        className={clsx(
          "min-w-0 flex-1",
          isRow && "flex items-baseline gap-2 group-data-[zoom=far]/diagram:block",
        )}
      >
        <span className="group-data-[zoom=far]/diagram:text-20 block min-w-0 truncate font-medium">
          {node.label}
        </span>
        {hasRoomForDetail && (
          <span className="text-ink-muted text-13 block min-w-0 truncate group-data-[zoom=far]/diagram:hidden">
            {detail}
          </span>
        )}
      </span>
      <NodeHandles />
    </div>
  );
});
