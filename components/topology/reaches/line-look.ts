import type { Verdict } from "@/lib/core/reachability/trace";

export interface LineLook {
  stroke: string;
  fill: string;
  dash?: string;
  cap?: "round";
}

/** Told apart without colour too: whole, long dashes, dots. What is blocked is never drawn as a line. */
export const lineLook: Readonly<Record<Verdict, LineLook>> = {
  reachable: { stroke: "stroke-success", fill: "fill-success" },
  mixed: { stroke: "stroke-warning", fill: "fill-warning", dash: "10 5" },
  unknown: { stroke: "stroke-unknown", fill: "fill-unknown", dash: "0.1 6", cap: "round" },
  unreachable: { stroke: "stroke-danger", fill: "fill-danger", dash: "5 4" },
};
