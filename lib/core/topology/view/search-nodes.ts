import type { ViewNode } from "./view-graph";

/**
 * Nodes in which every word of the query occurs, in the order given; a label that begins with the query comes first.
 * Looks at names, ids, CIDRs, facts and the functions of a connection. An empty query finds nothing.
 */
export function searchNodes<Node extends ViewNode>(nodes: readonly Node[], query: string): Node[] {
  const wanted = query.trim().toLowerCase();
  const words = wanted.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  const found = nodes.filter((node) => {
    const text = searchText(node);
    return words.every((word) => text.includes(word));
  });
  const startsWith = (node: Node) => node.label.toLowerCase().startsWith(wanted);
  return [...found.filter(startsWith), ...found.filter((node) => !startsWith(node))];
}

function searchText(node: ViewNode): string {
  return [
    node.label,
    node.id,
    node.kind.replaceAll("-", " "),
    node.resourceId,
    node.sublabel,
    node.subnetKind,
    ...node.facts.map((fact) => fact.value),
    ...(node.functions ?? []).map((fn) => fn.functionName),
  ]
    .filter((part) => part !== undefined)
    .join("\n")
    .toLowerCase();
}
