import type { SecurityGroupRule } from "@aws-sdk/client-ec2";

/** What a rule says, apart from whose it is. Protocols without ports have -1 for both. */
export type RuleDraft = Pick<
  SecurityGroupRule,
  "CidrIpv4" | "CidrIpv6" | "PrefixListId" | "ReferencedGroupInfo" | "Description"
> & { IpProtocol: string; FromPort: number; ToPort: number };

/** Who a rule lets in, or may be called. */
function peerOf(rule: SecurityGroupRule): string {
  return rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId ?? rule.ReferencedGroupInfo?.GroupId ?? "";
}

/** The same for two rules that say the same thing, whatever their descriptions. */
export function ruleKey(rule: SecurityGroupRule): string {
  return [rule.IpProtocol, rule.FromPort, rule.ToPort, peerOf(rule)].join("|");
}

/** How EC2 names a rule in its complaints. */
export function spellRule(rule: SecurityGroupRule): string {
  const protocol = rule.IpProtocol === "-1" ? "ALL" : (rule.IpProtocol ?? "").toUpperCase();
  const hasPorts = rule.IpProtocol !== "-1" && rule.FromPort !== undefined && rule.FromPort !== -1;
  const ports = hasPorts
    ? `, from port: ${String(rule.FromPort)}, to port: ${String(rule.ToPort ?? -1)}`
    : "";
  return `peer: ${peerOf(rule)}, ${protocol}${ports}, ALLOW`;
}
