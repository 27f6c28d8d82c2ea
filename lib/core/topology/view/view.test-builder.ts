import { toViewGraph, type ViewEdge, type ViewGraph, type ViewNode } from "./view-graph";

export function node(id: string, kind: string, rest: Partial<ViewNode> = {}): ViewNode {
  return { id, kind, label: id, facts: [], ...rest };
}

export function edge(source: string, target: string, kind = "route"): ViewEdge {
  return { id: `${source}>${target}`, kind, source, target, evidence: "" };
}

/** connection → private → nat (in public) → igw → internet, beside an isolated subnet that leads nowhere. */
export function smallGraph(): ViewGraph {
  return toViewGraph(
    [
      node("internet", "internet"),
      node("igw", "internet-gateway", { parentId: "vpc" }),
      node("isolated", "subnet", { parentId: "zone", subnetKind: "isolated" }),
      node("private", "subnet", { parentId: "zone", subnetKind: "private" }),
      node("public", "subnet", { parentId: "zone", subnetKind: "public" }),
      node("nat", "nat-gateway", { parentId: "public" }),
      node("zone", "zone", { parentId: "vpc" }),
      node("vpc", "vpc"),
      node("connection", "connection", { functions: [{ functionName: "orders-api" }] }),
    ],
    [
      edge("connection", "private", "placement"),
      edge("private", "nat"),
      edge("public", "igw"),
      edge("nat", "igw", "gateway"),
      edge("igw", "internet", "gateway"),
    ],
  );
}
