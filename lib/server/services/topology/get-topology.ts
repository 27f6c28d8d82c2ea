import type { Topology } from "@/lib/contract/topology";
import type { ReadCall } from "@/lib/core/network/calls";
import { gapsOf } from "@/lib/core/network/coverage-of";
import { buildGraph } from "@/lib/core/topology/build-graph";
import type { RequestContext } from "../../context";
import { getNetwork } from "../snapshots/get-network";
import { requireVpc } from "../vpcs/require-vpc";

/** Every call that puts something on the diagram of a VPC. */
const VPC_CALLS: readonly ReadCall[] = [
  "DescribeVpcs",
  "DescribeSubnets",
  "DescribeRouteTables",
  "DescribeSecurityGroups",
  "DescribeNetworkInterfaces",
  "DescribeInternetGateways",
  "DescribeEgressOnlyInternetGateways",
  "DescribeNatGateways",
  "DescribeVpcEndpoints",
  "DescribeVpcPeeringConnections",
  "DescribeTransitGatewayVpcAttachments",
  "DescribeVpnGateways",
  "DescribeInstances",
  "rds.DescribeDBInstances",
  "elasticache.DescribeCacheClusters",
  "elasticache.DescribeCacheSubnetGroups",
  "ListFunctions",
  "GetFunction",
];

const OVERVIEW_CALLS: readonly ReadCall[] = [
  "DescribeVpcs",
  "DescribeSubnets",
  "DescribeVpcPeeringConnections",
  "DescribeTransitGatewayVpcAttachments",
  "ListFunctions",
  "GetFunction",
];

/** The diagram of one VPC, or of all of them. Throws ApiError `not_found` for a VPC the snapshot lacks. */
export async function getTopology({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { snapshotId?: string | undefined; vpcId?: string | undefined };
}): Promise<Topology> {
  const { network, snapshot } = await getNetwork({ ctx, snapshotId: input.snapshotId });
  const vpc = input.vpcId === undefined ? undefined : requireVpc(network, input.vpcId);
  const { nodes, edges, omitted } = buildGraph(network, input.vpcId);
  return {
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    vpcId: input.vpcId ?? null,
    nodes,
    edges,
    ...(omitted.length > 0 && { omitted }),
    gaps: vpc ? gapsOf(network, VPC_CALLS, vpc) : gapsOf(network, OVERVIEW_CALLS),
  };
}
