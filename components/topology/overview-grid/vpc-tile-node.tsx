import { memo } from "react";
import clsx from "clsx";
import type { NodeProps } from "reactflow";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { emphasisClass, selectedClass } from "../diagram/emphasis-class";
import { NodeHandles } from "../diagram/node-handles";
import type { FlowNode } from "../diagram/to-flow";
import { sizes } from "../layout/node-size";

/** One of many VPCs: its name, how many functions it holds, and a mark where one of them is not well. */
export const VpcTileNode = memo(function VpcTileNode({ data, selected, height }: NodeProps<FlowNode>) {
  const { node, detail, emphasis } = data;
  const functions = node.counts?.functions ?? 0;
  const look = toStatusLook("state", node.state);
  const isWell = node.state === undefined || look.tone === "success";
  const title = [`VPC: ${node.label}`, detail, ...(isWell ? [] : [`worst state: ${look.label}`])].join(", ");
  return (
    <div
      className={clsx(
        "border-line bg-surface hover:border-accent grid size-full cursor-pointer content-center rounded-md border px-2.5",
        emphasisClass[emphasis],
        selected && selectedClass,
      )}
      title={title}
    >
      <div className="flex items-center gap-1.5">
        <span
          className={clsx(
            "group-data-[zoom=far]/diagram:text-20 group-data-[zoom=middle]/diagram:text-16 min-w-0 flex-1 truncate leading-5",
            functions === 0 ? "text-ink-muted" : "font-medium",
          )}
        >
          {node.label}
        </span>
        {!isWell && <StatusGlyph tone={look.tone} />}
        {functions > 0 && (
          <span className="group-data-[zoom=far]/diagram:text-20 group-data-[zoom=middle]/diagram:text-16 flex shrink-0 items-center gap-1 leading-5 tabular-nums">
            {functions.toLocaleString("en")}
            <span aria-hidden className="text-ink-muted">
              λ
            </span>
          </span>
        )}
      </div>
      {(height ?? 0) > sizes.tile.height && (
        <span className="text-ink-muted text-13 truncate leading-5 group-data-[zoom=far]/diagram:hidden">
          {detail}
        </span>
      )}
      <NodeHandles />
    </div>
  );
});
