import { memo } from "react";
import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import type { NodeProps } from "reactflow";
import { kindLabel } from "@/lib/core/topology/view/kind-label";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { sizes } from "../layout/node-size";
import { NodeIcon } from "../node-icon";
import { NodeHandles } from "./node-handles";
import { emphasisClass, selectedClass } from "./emphasis-class";
import { ReachedRows } from "./reached-rows";
import { StoppedMark } from "./stopped-mark";
import type { FlowNode } from "./to-flow";

/** Narrower, two names would both be cut: the detail is then in the tooltip and the panel. */
const DETAIL_WIDTH = 220;
/** A row has room for the id as well from here. */
const ID_WIDTH = 360;

/** A gateway, endpoint, database, destination or an unopened VPC: icon, name, and what it is. */
export const ResourceNode = memo(function ResourceNode({
  data,
  selected,
  width,
  height,
}: NodeProps<FlowNode>) {
  const { node, detail, emphasis, isBlocked, mark, reached } = data;
  const isRow = (height ?? 0) < 48;
  const hasRows = reached.length > 0 && (height ?? 0) > sizes.leaf.height;
  const isVpc = node.kind === "vpc";
  const hasRoomForDetail = (width ?? 0) >= DETAIL_WIDTH;
  const hasId = node.resourceId !== undefined && node.resourceId !== node.label && !isVpc;
  return (
    <>
      {isBlocked && <StoppedMark />}
      <div
        className={clsx(
          "border-line bg-surface size-full overflow-hidden rounded-md border",
          isVpc && "hover:border-accent cursor-pointer",
          emphasisClass[emphasis],
          isBlocked && "border-danger!",
          selected && selectedClass,
        )}
        title={[`${kindLabel(node.kind)}: ${node.label}`, detail, ...(hasId ? [node.resourceId] : [])].join(
          ", ",
        )}
      >
        <div
          className={clsx("flex items-center gap-2.5 px-2.5", !hasRows && "h-full")}
          style={hasRows ? { height: sizes.leaf.height - 2 } : undefined}
        >
          <NodeIcon kind={node.kind} size={isRow ? 20 : 28} />
          <span
            className={clsx(
              "min-w-0 flex-1",
              isRow && "flex items-baseline gap-2 group-data-[zoom=far]/diagram:block",
            )}
          >
            <span
              className={clsx(
                "group-data-[zoom=far]/diagram:text-20 group-data-[zoom=middle]/diagram:text-16 block min-w-0 truncate leading-5 font-medium",
                // The name outranks the id beside it.
                isRow && hasRoomForDetail && "max-w-[70%] shrink-0 group-data-[zoom=far]/diagram:max-w-full",
              )}
            >
              {node.label}
            </span>
            {hasRoomForDetail && (
              <span className="text-ink-muted text-13 group-data-[zoom=middle]/diagram:text-14 block min-w-0 truncate group-data-[zoom=far]/diagram:hidden">
                {detail}
                {hasId && <NearId id={node.resourceId ?? ""} isShown={!isRow || (width ?? 0) >= ID_WIDTH} />}
              </span>
            )}
          </span>
          {mark !== undefined && (
            <StatusGlyph
              tone={toStatusLook("verdict", mark).tone}
              className={clsx(!isRow && "size-5", "group-data-[zoom=far]/diagram:size-6")}
            />
          )}
          {isVpc && (
            <span className="text-accent inline-flex shrink-0 items-center font-medium group-data-[zoom=far]/diagram:hidden">
              Open <ChevronRight aria-hidden className="size-4" />
            </span>
          )}
        </div>
        {hasRows && <ReachedRows reached={reached} />}
        <NodeHandles />
      </div>
    </>
  );
});

/** Ids matter when one looks closely; from farther away they would only crowd the names. */
function NearId({ id, isShown }: { id: string; isShown: boolean }) {
  if (!isShown) return null;
  return <span className="hidden font-mono group-data-[zoom=near]/diagram:inline"> · {id}</span>;
}
