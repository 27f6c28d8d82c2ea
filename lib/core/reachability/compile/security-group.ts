import type { IpPermission } from "@aws-sdk/client-ec2";
import type { Resource } from "../../network/network";
import type { Recorded } from "../../network/resources";
import { parseCidr, type CidrRange } from "../sets/address-range";
import type { Traffic } from "../sets/traffic";
import { trafficOfPermission } from "./traffic-of-rule";

export type RulePeer =
  | { kind: "range"; range: CidrRange }
  | { kind: "prefix-list"; prefixListId: string }
  | { kind: "security-group"; groupId: string };

export interface SecurityGroupRule {
  traffic: Traffic;
  peer: RulePeer;
  /** The peer as AWS spells it. */
  text: string;
}

export interface CompiledSecurityGroup {
  ingress: readonly SecurityGroupRule[];
  egress: readonly SecurityGroupRule[];
}

const compiled = new WeakMap<Resource<"SecurityGroups">, CompiledSecurityGroup>();

/**
 * A security group's rules, one per peer and in the order of their peers: AWS's answer has none to keep. Kept with the
 * resource, which never changes.
 */
export function compileSecurityGroup(group: Resource<"SecurityGroups">): CompiledSecurityGroup {
  const known = compiled.get(group);
  if (known) return known;
  const result = { ingress: rulesOf(group.IpPermissions), egress: rulesOf(group.IpPermissionsEgress) };
  compiled.set(group, result);
  return result;
}

function rulesOf(permissions: Recorded<IpPermission>[] | undefined): SecurityGroupRule[] {
  const rules: SecurityGroupRule[] = [];
  for (const permission of permissions ?? []) {
    const traffic = trafficOfPermission(permission);
    for (const { CidrIp } of permission.IpRanges ?? []) addRange(rules, traffic, CidrIp);
    for (const { CidrIpv6 } of permission.Ipv6Ranges ?? []) addRange(rules, traffic, CidrIpv6);
    for (const { PrefixListId } of permission.PrefixListIds ?? []) {
      if (!PrefixListId) continue;
      const peer = { kind: "prefix-list", prefixListId: PrefixListId } as const;
      rules.push({ traffic, peer, text: PrefixListId });
    }
    for (const { GroupId } of permission.UserIdGroupPairs ?? []) {
      if (!GroupId) continue;
      rules.push({ traffic, peer: { kind: "security-group", groupId: GroupId }, text: GroupId });
    }
  }
  return rules.sort(byPeer);
}

function byPeer(one: SecurityGroupRule, other: SecurityGroupRule): number {
  if (one.text !== other.text) return one.text < other.text ? -1 : 1;
  return JSON.stringify(one.traffic) < JSON.stringify(other.traffic) ? -1 : 1;
}

/** A range that cannot be read allows nothing: AWS never answers one. */
function addRange(rules: SecurityGroupRule[], traffic: Traffic, text: string | undefined): void {
  const range = text === undefined ? null : parseCidr(text);
  if (range && text !== undefined) rules.push({ traffic, peer: { kind: "range", range }, text });
}
