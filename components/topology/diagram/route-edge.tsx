import { memo } from "react";
import clsx from "clsx";
import type { EdgeProps } from "reactflow";
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

/** A line along the route that ELK found. Broken (a blackhole, a resource not available) is dashed and red. */
export const RouteEdge = memo(function RouteEdge({ data }: EdgeProps<FlowEdge>) {
  if (!data) return null;
  const { path, arrow, emphasis, isBroken, title } = data;
  return (
    <g>
      <title>{title}</title>
      <path
        d={path}
        fill="none"
        strokeWidth={emphasis === "lit" ? 2 : 1.25}
        strokeDasharray={isBroken ? "5 4" : undefined}
        className={clsx(isBroken && emphasis !== "dim" ? "stroke-danger" : strokes[emphasis])}
      />
      <path d={arrow} className={clsx(isBroken && emphasis !== "dim" ? "fill-danger" : heads[emphasis])} />
      <path d={path} fill="none" stroke="transparent" strokeWidth={10} />
    </g>
  );
});
