import type { SubnetKind } from "../network/routing/classify-subnet";

export type NodeKind =
  | "region"
  | "vpc"
  | "zone"
  | "subnet"
  | "connection"
  | "internet"
  | "aws-service"
  | "internet-gateway"
  | "egress-only-internet-gateway"
  | "nat-gateway"
  | "vpc-endpoint"
  | "vpc-peering-connection"
  | "peer-vpc"
  | "transit-gateway"
  | "vpn-gateway"
  | "on-premises"
  | "network-interface"
  | "instance"
  | "db-instance"
  | "cache-cluster";

type EdgeKind = "placement" | "route" | "gateway" | "endpoint" | "peering" | "membership";

export interface Fact {
  label: string;
  value: string;
  mono?: boolean;
}

export interface GraphNode {
  id: string;
  kind: NodeKind;
  /** The container it is drawn in. */
  parentId?: string;
  label: string;
  resourceId?: string;
  sublabel?: string;
  subnetKind?: SubnetKind;
  /** For a VPC of the overview: how much it holds. */
  counts?: { functions: number; connections: number; subnets: number };
  /** Worst `State` among what it holds; absent where none was read. */
  state?: string;
  facts: Fact[];
  functions?: { functionName: string; functionArn: string; state: string | null }[];
}

export interface GraphEdge {
  id: string;
  kind: EdgeKind;
  source: string;
  target: string;
  label?: string;
  /** The route, attachment or placement it is drawn from. */
  evidence: string;
  isBroken?: boolean;
}

export interface Omission {
  kind: string;
  count: number;
  reason: string;
}

/** What one stage adds. Structurally what `lib/contract/topology.ts` describes. */
export interface GraphPart {
  nodes: GraphNode[];
  edges: GraphEdge[];
  omitted: Omission[];
}

/** An edge whose id follows from what it is, so that two stages that find the same one make one. */
export function graphEdge(edge: Omit<GraphEdge, "id">): GraphEdge {
  return { id: `${edge.kind}:${edge.source}>${edge.target}`, ...edge };
}
