import type { VpcDetail, VpcSummary } from "@/lib/contract/vpcs";

/** Looks a resource's name up in what the wizard has read; its id where it has none. */
export function toNameOf(
  vpcs: readonly VpcSummary[],
  details: readonly (Pick<VpcDetail, "subnets" | "securityGroups"> | undefined)[],
): (id: string) => string {
  const names = new Map<string, string | null>(vpcs.map((vpc) => [vpc.vpcId, vpc.name]));
  for (const detail of details) {
    for (const subnet of detail?.subnets ?? []) names.set(subnet.subnetId, subnet.name);
    for (const group of detail?.securityGroups ?? []) names.set(group.groupId, group.groupName);
  }
  return (id) => names.get(id) ?? id;
}
