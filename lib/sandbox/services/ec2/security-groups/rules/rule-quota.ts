import type { SecurityGroupRule } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { RegionWorld } from "../../../../world/world";

/** "Inbound or outbound rules per security group" (VPC user guide: Amazon VPC quotas), for each IP family. */
const RULES_PER_DIRECTION = 60;

function prefixListSize(regionWorld: RegionWorld, id: string, family: 4 | 6): number {
  const list = regionWorld.managedPrefixLists.find((candidate) => candidate.PrefixListId === id);
  if (list?.AddressFamily !== (family === 4 ? "IPv4" : "IPv6")) return 0;
  // AWS's own lists have a weight instead of a maximum; the sandbox counts what they hold.
  return list.MaxEntries ?? regionWorld.prefixListEntries[id]?.length ?? 1;
}

/** How much of the quota of a family a rule takes: one that names a group counts in both. */
function weigh(regionWorld: RegionWorld, rule: SecurityGroupRule, family: 4 | 6): number {
  if (rule.PrefixListId !== undefined) return prefixListSize(regionWorld, rule.PrefixListId, family);
  if (rule.CidrIpv4 !== undefined) return family === 4 ? 1 : 0;
  if (rule.CidrIpv6 !== undefined) return family === 6 ? 1 : 0;
  return 1;
}

/** Throws RulesPerSecurityGroupLimitExceeded where a group would have too many rules in a direction. */
export function checkRuleQuota(regionWorld: RegionWorld, rules: readonly SecurityGroupRule[]): void {
  for (const family of [4, 6] as const) {
    const weight = rules.reduce((sum, rule) => sum + weigh(regionWorld, rule, family), 0);
    if (weight > RULES_PER_DIRECTION) {
      throw new AwsError(
        "RulesPerSecurityGroupLimitExceeded",
        "The maximum number of rules per security group has been reached.",
      );
    }
  }
}
