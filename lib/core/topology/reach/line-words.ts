import { toStatusLook } from "../../operations/state-tone";
import type { ViewGraph } from "../view/view-graph";
import type { ReachLine } from "./reach-lines";

/** "prod-private-a to prod-nat-a". */
export function lineTitle(
  graph: ViewGraph,
  { source, target }: Pick<ReachLine, "source" | "target">,
): string {
  const nameOf = (id: string) => graph.nodeById.get(id)?.label ?? id;
  return `${nameOf(source)} to ${nameOf(target)}`;
}

/** A line in words, for whoever does not see it: its ends, verdict, what goes over it and by which routes. */
export function lineWords(graph: ViewGraph, line: ReachLine): string {
  const { passes, verdict, evidence } = line;
  const targets = new Intl.ListFormat("en-GB").format(passes.map(({ label }) => label));
  return `${lineTitle(graph, line)}: ${toStatusLook("verdict", verdict).label}. ${passesCount(line)}: ${targets}. ${evidence.join("; ")}`;
}

export function passesCount({ passes }: Pick<ReachLine, "passes">): string {
  return passes.length === 1 ? "1 target" : `${passes.length} targets`;
}
