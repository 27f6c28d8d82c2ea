import type { ViewGraph, ViewNode } from "../view/view-graph";
import type { WayStep } from "./way-steps";

interface Target {
  label: string;
  kind: string;
  destination: Partial<Record<string, unknown>>;
}

/**
 * The node that is the target, where the diagram has one that packets came to: a database by its id, a service behind
 * the endpoint that they took. Undefined where the target lies behind the last node drawn.
 */
export function placeTarget(graph: ViewGraph, target: Target, steps: readonly WayStep[]): string | undefined {
  const last = steps.at(-1)?.nodeId;
  const { kind, destination, label } = target;
  switch (kind) {
    case "internet":
    case "load-balancer":
    case "peer-vpc":
      return last;
    case "service":
      return last === undefined ? undefined : serviceAt(graph, last, String(destination["service"]));
    default: {
      const named = new Set(Object.values(destination).map(String));
      return graph.nodes.find((node) => node.kind === kind && isNamed(node, named, label))?.id;
    }
  }
}

function isNamed({ id, resourceId, label }: ViewNode, named: ReadonlySet<string>, name: string): boolean {
  return named.has(id) || (resourceId !== undefined && named.has(resourceId)) || label === name;
}

/** Where packets got to the service itself, or to an endpoint that leads to it. */
function serviceAt(graph: ViewGraph, nodeId: string, service: string): string | undefined {
  const isService = (node: ViewNode | undefined) => node?.kind === "aws-service";
  if (isService(graph.nodeById.get(nodeId))) return nodeId;
  return (graph.outgoing.get(nodeId) ?? []).find(({ target }) => {
    const node = graph.nodeById.get(target);
    return isService(node) && node?.label === service;
  })?.target;
}
