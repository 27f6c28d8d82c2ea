/** Parameters `A.B.1=x` as a tree: `{ A: { B: { 1: "x" } } }`, without prototypes so that any name is safe. */
export interface QueryTree {
  value?: string;
  children: Map<string, QueryTree>;
}

/** AWS nests parameters a few levels deep; deeper is nonsense that would only cost memory. */
const MAX_DEPTH = 16;

/** The tree of a form body or query string. The last value of a repeated parameter wins, as on AWS. */
export function parseQueryTree(parameters: URLSearchParams): QueryTree {
  const root: QueryTree = { children: new Map() };
  for (const [name, value] of parameters) {
    let node = root;
    for (const part of name.split(".", MAX_DEPTH)) {
      let child = node.children.get(part);
      if (child === undefined) {
        child = { children: new Map() };
        node.children.set(part, child);
      }
      node = child;
    }
    node.value = value;
  }
  return root;
}

/** Whether a part of a name is a place in a list. No list is as long as ten digits can say. */
export function isIndex(part: string): boolean {
  return /^\d{1,9}$/.test(part);
}

/** The numbered children of a list, in the order of their numbers (which need not begin at one or be complete). */
export function listItems(node: QueryTree): QueryTree[] {
  return [...node.children]
    .filter(([key]) => isIndex(key))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, child]) => child);
}
