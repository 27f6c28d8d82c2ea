import {
  toViewGraph,
  type ViewEdge,
  type ViewGraph,
  type ViewNode,
} from "@/lib/core/topology/view/view-graph";
import { edge, node } from "@/lib/core/topology/view/view.test-builder";

/** A VPC as people build them: public, private and isolated subnets per zone, one NAT gateway, connections before it. */
export function demoTopology(options: { zones: number; connections: number }): ViewGraph {
  const { nodes, edges } = demoParts(options);
  return toViewGraph(nodes, edges);
}

export function demoParts({ zones, connections }: { zones: number; connections: number }): {
  nodes: ViewNode[];
  edges: ViewEdge[];
} {
  const nodes: ViewNode[] = [
    node("region", "region"),
    node("vpc", "vpc", { parentId: "region" }),
    node("igw", "internet-gateway", { parentId: "vpc" }),
    node("vpce-s3", "vpc-endpoint", { parentId: "vpc" }),
    node("internet", "internet"),
    node("s3", "aws-service"),
    node("nat", "nat-gateway", { parentId: "public-0" }),
    node("db", "db-instance", { parentId: "isolated-0" }),
  ];
  const edges: ViewEdge[] = [
    edge("nat", "igw", "gateway"),
    edge("igw", "internet", "gateway"),
    edge("vpce-s3", "s3", "endpoint"),
  ];
  for (let zone = 0; zone < zones; zone++) {
    nodes.push(node(`zone-${zone}`, "zone", { parentId: "vpc" }));
    for (const subnetKind of ["isolated", "private", "public"]) {
      nodes.push(node(`${subnetKind}-${zone}`, "subnet", { parentId: `zone-${zone}`, subnetKind }));
    }
    edges.push(
      edge(`public-${zone}`, "igw"),
      edge(`private-${zone}`, "nat"),
      edge(`private-${zone}`, "vpce-s3"),
    );
  }
  for (let index = 0; index < connections; index++) {
    nodes.push(node(`connection-${index}`, "connection", { functions: [{ functionName: `fn-${index}` }] }));
    const kind = ["private", "public", "isolated"][index % 3] ?? "private";
    for (let zone = 0; zone < zones; zone++)
      edges.push(edge(`connection-${index}`, `${kind}-${zone}`, "placement"));
  }
  return { nodes, edges };
}
