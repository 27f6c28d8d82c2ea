import { ancestorsOf, type ViewGraph } from "../view/view-graph";
import type { WayStep } from "./way-steps";

/**
 * Without the subnets that only say where the step before or after is: a NAT gateway leaves by its own subnet, a database
 * lies in one of its group's, which the line to or from it shows. The subnet that packets start from stays.
 */
export function directSteps(graph: ViewGraph, steps: readonly WayStep[]): WayStep[] {
  const kept: WayStep[] = [];
  let facts: string[] = [];
  for (const [index, step] of steps.entries()) {
    const before = kept.at(-1)?.nodeId;
    facts.push(...step.facts);
    const isPassed =
      index > 0 &&
      [before, steps[index + 1]?.nodeId].some((id) => id !== undefined && isHome(graph, step.nodeId, id));
    if (isPassed || before === step.nodeId) continue;
    kept.push({ nodeId: step.nodeId, facts });
    facts = [];
  }
  return kept;
}

/** Whether a node is drawn inside a subnet, or is a store whose group has the subnet. */
function isHome(graph: ViewGraph, subnetId: string, nodeId: string): boolean {
  if (ancestorsOf(graph, nodeId).includes(subnetId)) return true;
  return (graph.outgoing.get(nodeId) ?? []).some(
    ({ kind, target }) => kind === "membership" && target === subnetId,
  );
}
