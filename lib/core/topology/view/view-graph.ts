import type { Verdict } from "../../reachability/trace";

/** What the view needs of a diagram's node; the API's node has more. */
export interface ViewNode {
  readonly id: string;
  readonly kind: string;
  readonly parentId?: string | undefined;
  readonly label: string;
  readonly sublabel?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly subnetKind?: string | undefined;
  readonly counts?: { readonly functions: number; readonly subnets: number } | undefined;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly functions?: readonly { readonly functionName: string }[] | undefined;
  /** What a connection reaches behind this node, that has no node of its own. */
  readonly reached?: readonly { readonly key: string; readonly label: string; readonly verdict: Verdict }[];
}

export interface ViewEdge {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly evidence: string;
  readonly label?: string | undefined;
  readonly isBroken?: boolean | undefined;
}

/** A diagram with its lookups, built once per answer. */
export interface ViewGraph<Node extends ViewNode = ViewNode, Edge extends ViewEdge = ViewEdge> {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly nodeById: ReadonlyMap<string, Node>;
  readonly childrenOf: ReadonlyMap<string, readonly Node[]>;
  readonly outgoing: ReadonlyMap<string, readonly Edge[]>;
  readonly incoming: ReadonlyMap<string, readonly Edge[]>;
}

/**
 * Indexes a diagram. An edge or parent that names no node of the diagram is dropped here, so that later stages
 * need not ask: the server may have left its end out (see `omitted`). Order of the input carries no meaning.
 */
export function toViewGraph<Node extends ViewNode, Edge extends ViewEdge>(
  nodes: readonly Node[],
  edges: readonly Edge[],
): ViewGraph<Node, Edge> {
  const sortedNodes = [...nodes].sort((a, b) => compareText(a.label, b.label) || compareText(a.id, b.id));
  const nodeById = new Map(sortedNodes.map((node) => [node.id, node]));
  const known = edges.filter((edge) => nodeById.has(edge.source) && nodeById.has(edge.target));
  const sortedEdges = [...known].sort((a, b) => compareText(a.id, b.id));
  return {
    nodes: sortedNodes,
    edges: sortedEdges,
    nodeById,
    childrenOf: groupBy(sortedNodes, (node) =>
      node.parentId !== undefined && nodeById.has(node.parentId) ? node.parentId : undefined,
    ),
    outgoing: groupBy(sortedEdges, (edge) => edge.source),
    incoming: groupBy(sortedEdges, (edge) => edge.target),
  };
}

/** Ancestors of a node, nearest first; stops at a cycle. */
export function ancestorsOf(graph: ViewGraph, id: string): string[] {
  const ancestors: string[] = [];
  let parentId = graph.nodeById.get(id)?.parentId;
  while (parentId !== undefined && graph.nodeById.has(parentId) && !ancestors.includes(parentId)) {
    ancestors.push(parentId);
    parentId = graph.nodeById.get(parentId)?.parentId;
  }
  return ancestors;
}

/** Every node drawn inside one, at any depth. */
export function descendantsOf(graph: ViewGraph, id: string): string[] {
  const found = new Set<string>();
  const visit = (parentId: string) => {
    for (const child of graph.childrenOf.get(parentId) ?? []) {
      if (found.has(child.id)) continue;
      found.add(child.id);
      visit(child.id);
    }
  };
  visit(id);
  found.delete(id);
  return [...found];
}

/** Code-unit order: the same in every locale, so that a layout is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
