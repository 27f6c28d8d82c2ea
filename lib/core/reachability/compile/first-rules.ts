import { trafficMembers, type Traffic } from "../sets/traffic";
import type { SecurityGroupRule } from "./security-group";

/** As many as a reader compares. */
export const SHOWN_RULES = 8;

/** The first few of very many rules, in the order of their peers and of what they allow. */
export class FirstRules {
  readonly rules: SecurityGroupRule[] = [];

  /** Each is put in its place: sorting them all takes too long where there are a million. */
  add(rule: SecurityGroupRule): void {
    const { rules } = this;
    const last = rules.at(-1);
    if (rules.length === SHOWN_RULES && last && compareRules(last, rule) <= 0) return;
    const at = rules.findIndex((other) => compareRules(rule, other) < 0);
    rules.splice(at === -1 ? rules.length : at, 0, rule);
    if (rules.length > SHOWN_RULES) rules.pop();
  }
}

function compareRules(one: SecurityGroupRule, other: SecurityGroupRule): number {
  if (one.text !== other.text) return one.text < other.text ? -1 : 1;
  return compareTraffic(one.traffic, other.traffic);
}

function compareTraffic(one: Traffic, other: Traffic): number {
  const differing = trafficMembers.find(
    (member) => one[member] !== other[member] && one[member].join() !== other[member].join(),
  );
  return differing === undefined ? 0 : one[differing].join() < other[differing].join() ? -1 : 1;
}
