import type { IpPermission } from "@aws-sdk/client-ec2";
import type { Resource } from "../../network/network";
import type { Recorded } from "../../network/resources";
import { once } from "../index/once";
import { parseCidr, type CidrRange } from "../sets/address-range";
import { RangeIndex } from "../sets/range-index";
import type { Traffic } from "../sets/traffic";
import { FirstRules } from "./first-rules";
import { trafficOfPermission } from "./traffic-of-rule";

export interface SecurityGroupRule {
  traffic: Traffic;
  /** The peer as AWS spells it. */
  text: string;
}

/** The rules of one direction, one per peer, so that a question need not look at each. */
export interface CompiledRules {
  count: number;
  byRange: RangeIndex<SecurityGroupRule>;
  byPrefixList: ReadonlyMap<string, readonly SecurityGroupRule[]>;
  byGroup: ReadonlyMap<string, readonly SecurityGroupRule[]>;
  /** By what they allow, and of each the first few in order. */
  byTraffic: () => ReadonlyMap<Traffic, FirstRules>;
}

export interface CompiledSecurityGroup {
  ingress: CompiledRules;
  egress: CompiledRules;
}

const compiled = new WeakMap<Resource<"SecurityGroups">, CompiledSecurityGroup>();

/** A security group's rules, kept with the resource, which never changes. */
export function compileSecurityGroup(group: Resource<"SecurityGroups">): CompiledSecurityGroup {
  const known = compiled.get(group);
  if (known) return known;
  const result = { ingress: rulesOf(group.IpPermissions), egress: rulesOf(group.IpPermissionsEgress) };
  compiled.set(group, result);
  return result;
}

function rulesOf(permissions: Recorded<IpPermission>[] | undefined): CompiledRules {
  const byRange: [CidrRange, SecurityGroupRule][] = [];
  const byPrefixList: [string, SecurityGroupRule][] = [];
  const byGroup: [string, SecurityGroupRule][] = [];
  const traffics = new Map<string, Traffic>();
  for (const permission of permissions ?? []) {
    const traffic = sharedTraffic(traffics, permission);
    const { IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs } = permission;
    for (const { CidrIp } of IpRanges ?? []) addRange(byRange, traffic, CidrIp);
    for (const { CidrIpv6 } of Ipv6Ranges ?? []) addRange(byRange, traffic, CidrIpv6);
    for (const { PrefixListId: text } of PrefixListIds ?? []) {
      if (text) byPrefixList.push([text, { traffic, text }]);
    }
    for (const { GroupId: text } of UserIdGroupPairs ?? []) {
      if (text) byGroup.push([text, { traffic, text }]);
    }
  }
  return {
    count: byRange.length + byPrefixList.length + byGroup.length,
    byRange: new RangeIndex(byRange),
    byPrefixList: grouped(byPrefixList),
    byGroup: grouped(byGroup),
    byTraffic: once(() => firstByTraffic([...byRange, ...byPrefixList, ...byGroup])),
  };
}

/** One object for all permissions that allow the same, which are often many. */
function sharedTraffic(traffics: Map<string, Traffic>, permission: Recorded<IpPermission>): Traffic {
  const key = [permission.IpProtocol, permission.FromPort, permission.ToPort].join(" ");
  const traffic = traffics.get(key) ?? trafficOfPermission(permission);
  traffics.set(key, traffic);
  return traffic;
}

/** A range that cannot be read allows nothing: AWS never answers one. */
function addRange(rules: [CidrRange, SecurityGroupRule][], traffic: Traffic, text: string | undefined): void {
  const range = text === undefined ? null : parseCidr(text);
  if (range && text !== undefined) rules.push([range, { traffic, text }]);
}

/** In the order of what they name: AWS's answer has none to keep. */
function grouped(
  rules: readonly (readonly [string, SecurityGroupRule])[],
): ReadonlyMap<string, readonly SecurityGroupRule[]> {
  const groups = new Map<string, SecurityGroupRule[]>();
  for (const [name, rule] of [...rules].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const group = groups.get(name);
    if (group) group.push(rule);
    else groups.set(name, [rule]);
  }
  return groups;
}

function firstByTraffic(
  rules: readonly (readonly [unknown, SecurityGroupRule])[],
): ReadonlyMap<Traffic, FirstRules> {
  const first = new Map<Traffic, FirstRules>();
  for (const [, rule] of rules) {
    const own = first.get(rule.traffic) ?? new FirstRules();
    first.set(rule.traffic, own);
    own.add(rule);
  }
  return first;
}
