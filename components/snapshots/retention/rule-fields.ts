import { retentionRule, type RetentionRule } from "@/lib/contract/retention";

interface RuleField {
  key: keyof RetentionRule;
  label: string;
  min: number;
  max: number;
}

/** The form's fields, with the bounds that the API holds them to. */
export const ruleFields: readonly RuleField[] = (
  [
    ["recentHours", "Recent means, in hours"],
    ["recentMost", "Recent ones kept, at most"],
    ["dailyDays", "Newest of each day kept, for so many days"],
  ] as const
).map(([key, label]) => {
  const { minValue, maxValue } = retentionRule.shape[key];
  return { key, label, min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER };
});

/** What is wrong with a value; undefined where the API takes it. An emptied field is not a number. */
export function ruleFieldError({ key, min, max }: RuleField, rule: RetentionRule): string | undefined {
  if (retentionRule.shape[key].safeParse(rule[key]).success) return undefined;
  return `A whole number from ${min.toLocaleString("en")} to ${max.toLocaleString("en")}.`;
}
