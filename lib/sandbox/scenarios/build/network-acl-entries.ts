import type { NetworkAclEntry } from "@aws-sdk/client-ec2";

/** AWS's last rule, which no list can do without. */
const LAST_RULE = 32767;

/** Everything from everywhere. */
export function allowAll(ruleNumber: number, egress: boolean): NetworkAclEntry {
  return {
    RuleNumber: ruleNumber,
    Protocol: "-1",
    RuleAction: "allow",
    Egress: egress,
    CidrBlock: "0.0.0.0/0",
  };
}

/** The `*` rule: what nothing allowed is denied. */
export function denyAll(egress: boolean): NetworkAclEntry {
  return {
    RuleNumber: LAST_RULE,
    Protocol: "-1",
    RuleAction: "deny",
    Egress: egress,
    CidrBlock: "0.0.0.0/0",
  };
}
