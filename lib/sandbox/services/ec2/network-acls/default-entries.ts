import type { NetworkAclEntry } from "@aws-sdk/client-ec2";

/** What differs between the two families of addresses: AWS's last rule, and its first one that allows. */
const FAMILIES = {
  4: { everywhere: { CidrBlock: "0.0.0.0/0" }, allowNumber: 100, denyNumber: 32767 },
  6: { everywhere: { Ipv6CidrBlock: "::/0" }, allowNumber: 101, denyNumber: 32768 },
} as const;

type Family = keyof typeof FAMILIES;

/** Everything from everywhere: the rule that a VPC's default list has. */
function allowAll(egress: boolean, family: Family = 4): NetworkAclEntry {
  const { everywhere, allowNumber } = FAMILIES[family];
  return { RuleNumber: allowNumber, Protocol: "-1", RuleAction: "allow", Egress: egress, ...everywhere };
}

/** The `*` rule, which no list can do without: what nothing allowed is denied. */
export function denyAll(egress: boolean, family: Family = 4): NetworkAclEntry {
  const { everywhere, denyNumber } = FAMILIES[family];
  return { RuleNumber: denyNumber, Protocol: "-1", RuleAction: "deny", Egress: egress, ...everywhere };
}

/** The rules of a VPC's default list for one family. */
export function defaultEntries(family: Family): NetworkAclEntry[] {
  return [false, true].flatMap((egress) => [allowAll(egress, family), denyAll(egress, family)]);
}
