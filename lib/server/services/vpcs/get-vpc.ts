import type { SubnetDetail } from "@/lib/contract/functions";
import type { VpcDetail } from "@/lib/contract/vpcs";
import { gapsOf } from "@/lib/core/network/coverage-of";
import type { RequestContext } from "../../context";
import { getNetwork } from "../snapshots/get-network";
import { requireVpc } from "./require-vpc";
import { countFunctionsByGroup, toSecurityGroupDetail } from "./to-security-group-detail";
import { toSubnetDetail } from "./to-subnet-detail";
import { toVpcSummary } from "./to-vpc-summary";

/** What the wizard offers once a VPC is chosen. Throws ApiError `not_found`. */
export async function getVpc({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { vpcId: string; snapshotId?: string | undefined };
}): Promise<VpcDetail> {
  const { network } = await getNetwork({ ctx, snapshotId: input.snapshotId });
  const vpc = requireVpc(network, input.vpcId);
  const functionCounts = countFunctionsByGroup(network);
  const subnetIds = network.lookups.subnetIdsByVpc.get(input.vpcId) ?? [];
  const groupIds = network.lookups.securityGroupIdsByVpc.get(input.vpcId) ?? [];
  return {
    ...toVpcSummary(network, input.vpcId),
    subnets: subnetIds.map((subnetId) => toSubnetDetail(network, subnetId)).sort(byZone),
    securityGroups: groupIds
      .map((groupId) => toSecurityGroupDetail(network, groupId, functionCounts))
      .sort((a, b) => compare(a.groupName, b.groupName) || compare(a.groupId, b.groupId)),
    gaps: gapsOf(
      network,
      [
        "DescribeSubnets",
        "DescribeRouteTables",
        "DescribeSecurityGroups",
        "DescribeNetworkAcls",
        "ListFunctions",
      ],
      vpc,
    ),
  };
}

function byZone(a: SubnetDetail, b: SubnetDetail): number {
  return (
    compare(a.availabilityZone, b.availabilityZone) ||
    compare(a.name, b.name) ||
    compare(a.subnetId, b.subnetId)
  );
}

function compare(a: string | null, b: string | null): number {
  return (a ?? "\uffff").localeCompare(b ?? "\uffff", "en");
}
