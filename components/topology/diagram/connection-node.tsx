import { memo, useContext } from "react";
import clsx from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import type { NodeProps } from "reactflow";
import { Status } from "@/components/ui/status/status";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { sizes, visibleFunctionRows } from "../layout/node-size";
import { NodeIcon } from "../node-icon";
import { emphasisClass, selectedClass } from "./emphasis-class";
import { NodeHandles } from "./node-handles";
import { StoppedMark } from "./stopped-mark";
import type { FlowNode } from "./to-flow";
import { ToggleExpandedContext } from "./toggle-expanded-context";

/** Functions that share subnets and security groups: the group set's name, how many, and their worst state. */
export const ConnectionNode = memo(function ConnectionNode({ data, selected }: NodeProps<FlowNode>) {
  const { node, emphasis, isExpanded, isBlocked } = data;
  const toggleExpanded = useContext(ToggleExpandedContext);
  const functions = node.functions ?? [];
  const look = toStatusLook("state", node.state);
  const Chevron = isExpanded ? ChevronDown : ChevronRight;
  return (
    <>
      {isBlocked && <StoppedMark />}
      <div
        className={clsx(
          "border-line bg-surface size-full overflow-hidden rounded-md border",
          emphasisClass[emphasis],
          isBlocked && "border-danger!",
          selected && selectedClass,
        )}
      >
        <div className="flex items-center gap-2.5 px-2.5" style={{ height: sizes.connection.height - 2 }}>
          <NodeIcon kind="connection" size={32} />
          <div className="min-w-0 flex-1">
            <p
              className="group-data-[zoom=far]/diagram:text-20 group-data-[zoom=middle]/diagram:text-16 truncate leading-5 font-medium"
              title={node.label}
            >
              {node.label}
            </p>
            <div className="text-ink-muted group-data-[zoom=middle]/diagram:text-14 flex min-w-0 items-center gap-2 group-data-[zoom=far]/diagram:hidden">
              <span className="shrink-0 tabular-nums">
                {node.sublabel ?? `${functions.length} functions`}
              </span>
              {functions.length > 0 && <Status tone={look.tone} label={look.label} />}
            </div>
          </div>
          {functions.length > 0 && (
            <button
              type="button"
              aria-expanded={isExpanded}
              aria-label={`${isExpanded ? "Hide" : "Show"} the functions of ${node.label}`}
              className="nopan text-ink-muted hover:bg-hover inline-flex size-7 shrink-0 items-center justify-center rounded-md group-data-[zoom=far]/diagram:hidden"
              onClick={(event) => {
                event.stopPropagation();
                toggleExpanded(node.id);
              }}
            >
              <Chevron aria-hidden className="size-4" />
            </button>
          )}
        </div>
        {isExpanded && <FunctionRows functions={functions} />}
        <NodeHandles />
      </div>
    </>
  );
});

function FunctionRows({ functions }: { functions: NonNullable<FlowNode["data"]["node"]["functions"]> }) {
  const rows = visibleFunctionRows(functions.length);
  const shown = functions.slice(0, Math.min(rows, sizes.connectionRowsMax));
  const rest = functions.length - shown.length;
  return (
    <ul className="border-line border-t group-data-[zoom=far]/diagram:hidden">
      {shown.map((fn) => (
        <li
          key={fn.functionArn}
          className="flex items-center gap-2 px-3"
          style={{ height: sizes.connectionRow }}
        >
          <StatusGlyph tone={toStatusLook("state", fn.state).tone} />
          <span className="truncate" title={`${fn.functionName}: ${fn.state ?? "state not read"}`}>
            {fn.functionName}
          </span>
        </li>
      ))}
      {rest > 0 && (
        <li className="text-ink-muted flex items-center px-3" style={{ height: sizes.connectionRow }}>
          and {rest} more, listed in the side panel
        </li>
      )}
    </ul>
  );
}
