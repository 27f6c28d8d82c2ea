import { once } from "../index/once";
import { sharesTraffic, uniteAllTraffic, type Traffic } from "../sets/traffic";
import { FirstRules } from "./first-rules";
import type { CompiledRules, SecurityGroupRule } from "./security-group";

interface Rules {
  count: number;
  forEach: (visit: (rule: SecurityGroupRule) => void) => void;
  /** All that any of them allows. */
  traffics: readonly Traffic[];
}

/** So many rules that allow the same are looked at together. */
const WORTH_GROUPING = 8;

/** Rules by what they allow, whomever: in groups where many allow the same, else one after the other. */
export function rulesByTraffic({
  count,
  forEach,
  traffics,
}: Rules): Pick<CompiledRules, "allowed" | "firstAbout"> {
  const grouped = once(() => firstByTraffic(forEach));
  const firstAbout = (asked: Traffic): readonly SecurityGroupRule[] => {
    const first = new FirstRules();
    const consider = (rule: SecurityGroupRule): void => {
      if (sharesTraffic(rule.traffic, asked)) first.add(rule);
    };
    if (traffics.length * WORTH_GROUPING > count) forEach(consider);
    else for (const { rules } of grouped()) rules.forEach(consider);
    return first.rules;
  };
  return { allowed: once(() => uniteAllTraffic(traffics)), firstAbout };
}

function firstByTraffic(forEach: Rules["forEach"]): readonly FirstRules[] {
  const groups = new Map<Traffic, FirstRules>();
  forEach((rule) => {
    const group = groups.get(rule.traffic) ?? new FirstRules();
    groups.set(rule.traffic, group);
    group.add(rule);
  });
  return [...groups.values()];
}
