import type { VpcSummary } from "@/lib/contract/vpcs";
import { vpcIneligibility } from "@/lib/core/network/eligibility/vpc-ineligibility";
import { nameTag } from "@/lib/core/network/name-tag";
import type { Network } from "@/lib/core/network/network";
import { vpcCidrBlocks } from "@/lib/core/network/vpc-cidr-blocks";

export function toVpcSummary(network: Network, vpcId: string): VpcSummary {
  const vpc = network.vpcs.get(vpcId);
  const connectionIds = network.lookups.connectionIdsByVpc.get(vpcId) ?? [];
  const ineligibleReason = vpcIneligibility(network, vpcId);
  return {
    vpcId,
    name: vpc ? nameTag(vpc.resource) : null,
    accountId: vpc?.accountId ?? null,
    region: vpc?.region ?? null,
    cidrBlocks: vpcCidrBlocks(network, vpcId),
    isDefault: vpc?.resource.IsDefault ?? null,
    subnetCount: network.lookups.subnetIdsByVpc.get(vpcId)?.length ?? 0,
    functionCount: connectionIds.reduce(
      (sum, id) => sum + (network.connections.get(id)?.functionArns.length ?? 0),
      0,
    ),
    ...(ineligibleReason !== undefined && { ineligibleReason }),
  };
}
