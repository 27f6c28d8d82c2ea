import { memo } from "react";
import clsx from "clsx";
import type { EdgeProps } from "reactflow";
import { lineLook } from "../reaches/line-look";
import type { Emphasis, FlowEdge } from "./to-flow";

const strokes: Readonly<Record<Emphasis, string>> = {
  quiet: "stroke-line-strong opacity-55",
  lit: "stroke-accent",
  dim: "stroke-line-strong opacity-15",
};
const heads: Readonly<Record<Emphasis, string>> = {
  quiet: "fill-line-strong opacity-70",
  lit: "fill-accent",
  dim: "fill-line-strong opacity-15",
};

/**
 * A line along the route that ELK found. Broken (a blackhole, a resource not available) is dashed and red; with a
 * verdict it is drawn as that.
 */
export const RouteEdge = memo(function RouteEdge({ data }: EdgeProps<FlowEdge>) {
  if (!data) return null;
  const { path, arrow, emphasis, isBroken, title, verdict, isPointed } = data;
  const look = verdict === undefined ? undefined : lineLook[verdict];
  const isAlarm = isBroken && emphasis !== "dim" && look === undefined;
  return (
    <g>
      {/* With a verdict its evidence stands in a card beside it. */}
      {look === undefined && <title>{title}</title>}
      {look && (
        <path
          d={path}
          fill="none"
          strokeWidth={12}
          className={clsx("reach-halo stroke-accent", isPointed ? "opacity-25" : "opacity-0")}
        />
      )}
      <path
        d={path}
        fill="none"
        strokeWidth={emphasis === "lit" ? 2 : 1.25}
        strokeLinecap={look?.cap}
        strokeDasharray={look ? look.dash : isBroken ? "5 4" : undefined}
        className={clsx(look?.stroke ?? (isAlarm ? "stroke-danger" : strokes[emphasis]))}
      />
      <path d={arrow} className={clsx(look?.fill ?? (isAlarm ? "fill-danger" : heads[emphasis]))} />
      <path d={path} fill="none" stroke="transparent" strokeWidth={10} />
    </g>
  );
});
