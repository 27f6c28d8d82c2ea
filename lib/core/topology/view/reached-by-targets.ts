import type { FlowDestination } from "../../reachability/flow";
import type { ViewGraph, ViewNode } from "./view-graph";

export interface ReachedByTarget {
  label: string;
  destination: FlowDestination;
}

/** What can be asked about who reaches a node of the diagram. */
export type ReachedByTargets =
  | { kind: "nothing-to-ask" }
  /** Functions: their interfaces accept no connections. */
  | { kind: "nobody" }
  | { kind: "one"; target: ReachedByTarget }
  /** A subnet is no destination as a whole, since every address of it would have to answer. */
  | { kind: "each"; targets: ReachedByTarget[] };

/** The questions of a node: itself where packets can be sent to it, what stands in it where it is a subnet. */
export function reachedByTargets(graph: ViewGraph, node: ViewNode): ReachedByTargets {
  if (node.kind === "connection") return { kind: "nobody" };
  if (node.kind === "subnet") {
    const targets = (graph.childrenOf.get(node.id) ?? []).flatMap(targetsOf);
    return { kind: "each", targets };
  }
  const targets = targetsOf(node);
  const [target] = targets;
  if (target === undefined) return { kind: "nothing-to-ask" };
  return targets.length === 1 ? { kind: "one", target } : { kind: "each", targets };
}

function targetsOf(node: ViewNode): ReachedByTarget[] {
  const { kind, label, resourceId } = node;
  if (resourceId === undefined) return kind === "network-interface" ? foldedInterfaces(node) : [];
  switch (kind) {
    case "db-instance":
      return [{ label, destination: { dbInstanceIdentifier: resourceId } }];
    case "cache-cluster":
      return [{ label, destination: { cacheClusterId: resourceId } }];
    case "instance":
      return [{ label, destination: { instanceId: resourceId } }];
    case "network-interface":
      return [{ label, destination: { networkInterfaceId: resourceId } }];
    default:
      return [];
  }
}

/** Many interfaces of one subnet are one node that lists them: `10.0.0.9` with `name · eni-…` (`foldInterfaces`). */
function foldedInterfaces({ facts }: ViewNode): ReachedByTarget[] {
  return facts.flatMap((fact) => {
    const [networkInterfaceId] = /eni-\w+$/.exec(fact.value) ?? [];
    return networkInterfaceId === undefined
      ? []
      : [{ label: `${fact.label} ${fact.value}`, destination: { networkInterfaceId } }];
  });
}
