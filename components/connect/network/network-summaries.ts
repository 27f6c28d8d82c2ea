import type { VpcDetail, VpcSummary } from "@/lib/contract/vpcs";
import type { NetworkChoice } from "./network-choice";

/** What stands under each step's name: names, never ids where there is a name. */
export function vpcSummaryText(choice: NetworkChoice, vpcs: readonly VpcSummary[]): string | undefined {
  if (choice.vpcId === null) return undefined;
  const name = vpcs.find((vpc) => vpc.vpcId === choice.vpcId)?.name ?? choice.vpcId;
  return choice.ipv6AllowedForDualStack ? `${name}, IPv6 allowed` : name;
}

export function subnetSummaryText(choice: NetworkChoice, vpc: VpcDetail | undefined): string | undefined {
  if (choice.subnetIds.length === 0) return undefined;
  return choice.subnetIds
    .map((id) => vpc?.subnets.find((subnet) => subnet.subnetId === id)?.name ?? id)
    .join(", ");
}

export function groupSummaryText(choice: NetworkChoice, vpc: VpcDetail | undefined): string | undefined {
  if (choice.securityGroupIds.length === 0) return undefined;
  return choice.securityGroupIds
    .map((id) => vpc?.securityGroups.find((group) => group.groupId === id)?.groupName ?? id)
    .join(", ");
}
