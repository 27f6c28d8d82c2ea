import type { Fact, GraphNode, Omission } from "../graph";

/** More interfaces than this in one subnet bury it: they become one node. */
const MAX_APART = 3;
/** 10.0.0.9 before 10.0.0.10. */
const NATURAL = new Intl.Collator("en", { numeric: true });
/** What the side panel still lists legibly. */
const MAX_LISTED = 60;

/**
 * Draws many interfaces of one subnet as one node that lists them as facts (address, id, name), so that search finds
 * them by any of these. What is not even listed is said to be left out.
 */
export function foldInterfaces(interfaces: readonly GraphNode[]): {
  nodes: GraphNode[];
  omitted: Omission[];
} {
  const bySubnet = new Map<string, GraphNode[]>();
  for (const node of interfaces) {
    const subnetId = node.parentId ?? "";
    bySubnet.set(subnetId, [...(bySubnet.get(subnetId) ?? []), node]);
  }
  const groups = [...bySubnet];
  return {
    nodes: groups.flatMap(([subnetId, group]) =>
      group.length <= MAX_APART ? group : [foldedNode(subnetId, group)],
    ),
    omitted: groups.flatMap(([subnetId, { length }]) =>
      length <= MAX_LISTED
        ? []
        : [
            {
              kind: "network-interface",
              count: length - MAX_LISTED,
              reason: `only the first ${MAX_LISTED} of ${subnetId} are listed`,
            },
          ],
    ),
  };
}

function foldedNode(subnetId: string, group: readonly GraphNode[]): GraphNode {
  const byAddress = [...group].sort((a, b) => NATURAL.compare(a.sublabel ?? a.id, b.sublabel ?? b.id));
  const listed = byAddress.slice(0, MAX_LISTED);
  return {
    id: `interfaces:${subnetId}`,
    kind: "network-interface",
    ...(subnetId !== "" && { parentId: subnetId }),
    label: `${group.length} network interfaces`,
    sublabel: "listed when selected",
    facts: listed.map(toFact),
  };
}

/** Addresses are unique within a subnet, and so are ids where an address was not read. */
function toFact({ id, label, sublabel }: GraphNode): Fact {
  return { label: sublabel ?? id, value: label === id ? id : `${label} · ${id}` };
}
