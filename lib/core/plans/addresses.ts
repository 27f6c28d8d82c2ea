import type { InterfaceChanges, PlanPreview } from "./change-plan";
import type { SubnetFacts } from "./plan-facts";

/** How many addresses the plan takes from each subnet asked for: one per interface that is created there. */
export function planAddresses(
  subnets: readonly SubnetFacts[],
  changes: Pick<InterfaceChanges, "created">,
): PlanPreview["addresses"] {
  return subnets.map(({ subnetId, availableIpAddressCount }) => ({
    subnetId,
    availableBefore: availableIpAddressCount,
    used: changes.created.filter((change) => change.subnetId === subnetId).length,
  }));
}
