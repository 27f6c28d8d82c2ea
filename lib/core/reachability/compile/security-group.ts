import type { IpPermission } from "@aws-sdk/client-ec2";
import type { Resource } from "../../network/network";
import type { Recorded } from "../../network/resources";
import { parseCidr } from "../sets/address-range";
import { RangeIndex } from "../sets/range-index";
import type { Traffic } from "../sets/traffic";
import { rulesByTraffic } from "./rules-by-traffic";
import { SharedTraffic } from "./shared-traffic";

export interface SecurityGroupRule {
  traffic: Traffic;
  /** The peer as AWS spells it. */
  text: string;
}

/** The rules of one direction, one per peer, so that a question need not look at each. */
export interface CompiledRules {
  count: number;
  byRange: RangeIndex<SecurityGroupRule>;
  /** In the order of their ids: AWS's answer has none to keep. */
  byPrefixList: ReadonlyMap<string, readonly SecurityGroupRule[]>;
  byGroup: ReadonlyMap<string, readonly SecurityGroupRule[]>;
  /** All that they allow together, whomever. */
  allowed: () => Traffic;
  /** Those that allow any of some traffic, up to as many as a reader compares. */
  firstAbout: (asked: Traffic) => readonly SecurityGroupRule[];
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
  const byRange = new RangeIndex<SecurityGroupRule>();
  const byPrefixList: [string, SecurityGroupRule][] = [];
  const byGroup: [string, SecurityGroupRule][] = [];
  const shared = new SharedTraffic();
  const traffics = new Set<Traffic>();
  let count = 0;
  for (const permission of permissions ?? []) {
    const traffic = shared.of(permission);
    const before = count + byPrefixList.length + byGroup.length;
    const { IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs } = permission;
    for (const { CidrIp } of IpRanges ?? []) count += addRange(byRange, traffic, CidrIp);
    for (const { CidrIpv6 } of Ipv6Ranges ?? []) count += addRange(byRange, traffic, CidrIpv6);
    for (const { PrefixListId: text } of PrefixListIds ?? []) {
      if (text) byPrefixList.push([text, { traffic, text }]);
    }
    for (const { GroupId: text } of UserIdGroupPairs ?? []) {
      if (text) byGroup.push([text, { traffic, text }]);
    }
    // One that names nobody allows nothing.
    if (count + byPrefixList.length + byGroup.length > before) traffics.add(traffic);
  }
  count += byPrefixList.length + byGroup.length;
  const forEach = (visit: (rule: SecurityGroupRule) => void): void => {
    byRange.forEach(visit);
    for (const [, rule] of [...byPrefixList, ...byGroup]) visit(rule);
  };
  return {
    count,
    byRange,
    byPrefixList: new Map([...grouped(byPrefixList)].sort(([a], [b]) => (a < b ? -1 : 1))),
    byGroup: grouped(byGroup),
    ...rulesByTraffic({ count, forEach, traffics: [...traffics] }),
  };
}

/** A range that cannot be read allows nothing: AWS never answers one. */
function addRange(rules: RangeIndex<SecurityGroupRule>, traffic: Traffic, text: string | undefined): number {
  const range = text === undefined ? null : parseCidr(text);
  if (range === null || text === undefined) return 0;
  rules.add(range, { traffic, text });
  return 1;
}

function grouped(
  rules: readonly (readonly [string, SecurityGroupRule])[],
): ReadonlyMap<string, readonly SecurityGroupRule[]> {
  const groups = new Map<string, SecurityGroupRule[]>();
  for (const [name, rule] of rules) {
    const group = groups.get(name);
    if (group) group.push(rule);
    else groups.set(name, [rule]);
  }
  return groups;
}
