import { z } from "zod";

export const topologyNodeKind = z.enum([
  "region",
  "vpc",
  "zone",
  "subnet",
  "connection",
  "internet",
  "aws-service",
  "internet-gateway",
  "egress-only-internet-gateway",
  "nat-gateway",
  "vpc-endpoint",
  "vpc-peering-connection",
  "peer-vpc",
  "transit-gateway",
  "vpn-gateway",
  "on-premises",
  "network-interface",
  "instance",
  "db-instance",
  "cache-cluster",
]);
export type TopologyNodeKind = z.infer<typeof topologyNodeKind>;

export const topologyNode = z
  .object({
    id: z.string(),
    kind: topologyNodeKind,
    /** The container it is drawn in. */
    parentId: z.string().optional(),
    /** `Name` tag, or the id where it has none. */
    label: z.string(),
    /** AWS's id or ARN, where the node is one resource. */
    resourceId: z.string().optional(),
    /** CIDR, engine, count of functions, … */
    sublabel: z.string().optional(),
    subnetKind: z.enum(["public", "private", "isolated", "unknown"]).optional(),
    /** For a VPC of the overview: how much it holds. */
    counts: z
      .object({ functions: z.number().int(), connections: z.number().int(), subnets: z.number().int() })
      .optional(),
    /** Worst state among what it holds, in the words of `lib/core/operations/state-tone.ts`. */
    state: z.string().optional(),
    /** Shown in the side panel, in this order. */
    facts: z.array(z.object({ label: z.string(), value: z.string(), mono: z.boolean().optional() })),
    /** For a connection: its functions. */
    functions: z
      .array(z.object({ functionName: z.string(), functionArn: z.string(), state: z.string().nullable() }))
      .optional(),
  })
  .meta({ id: "TopologyNode" });
export type TopologyNode = z.infer<typeof topologyNode>;

export const topologyEdgeKind = z.enum([
  "placement",
  "route",
  "gateway",
  "endpoint",
  "peering",
  "membership",
]);

export const topologyEdge = z
  .object({
    id: z.string(),
    kind: topologyEdgeKind,
    source: z.string(),
    target: z.string(),
    label: z.string().optional(),
    /** The route, attachment or placement it is drawn from: "0.0.0.0/0 → nat-… in rtb-… (private-a)". */
    evidence: z.string(),
    /** A blackhole or a resource not `available`: drawn broken. */
    isBroken: z.boolean().optional(),
  })
  .meta({ id: "TopologyEdge" });
export type TopologyEdge = z.infer<typeof topologyEdge>;

export const topology = z
  .object({
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    vpcId: z.string().nullable(),
    nodes: z.array(topologyNode),
    edges: z.array(topologyEdge),
    /** What was left out, and why. */
    omitted: z.array(z.object({ kind: z.string(), count: z.number().int(), reason: z.string() })).optional(),
    /** Calls not read: what the diagram therefore cannot show. */
    gaps: z.array(z.object({ call: z.string(), message: z.string() })),
  })
  .meta({ id: "Topology" });
export type Topology = z.infer<typeof topology>;
