import { LITERAL_QUESTION_MARK, LITERAL_STAR } from "../matches-pattern";
import { valuesOf, type ConditionContext } from "./condition-context";
import { CONDITION_OPERATORS, type ConditionOperator } from "./condition-operators";
import type { PolicyCondition, PolicyStatement } from "./policy-document";
import { expandVariables } from "./policy-variables";

/** Operators that compare text as it is: a star that a variable brought along is a star again. */
const WITHOUT_WILDCARDS = /^(String(Not)?Equals|Bool|Binary|Numeric|Date|Ip|NotIp)/;

function wantedValues(
  condition: PolicyCondition,
  statement: PolicyStatement,
  context: ConditionContext,
): string[] {
  if (!statement.hasVariables) return condition.values;
  const isPlain = WITHOUT_WILDCARDS.test(condition.operator);
  return condition.values.flatMap((value) => {
    const expanded = expandVariables(value, context);
    if (expanded === undefined) return [];
    return isPlain ? expanded.replaceAll(LITERAL_STAR, "*").replaceAll(LITERAL_QUESTION_MARK, "?") : expanded;
  });
}

function holdsFor(operator: ConditionOperator, given: string, wanted: readonly string[]): boolean {
  return wanted.some((value) => operator.test(given, value)) !== operator.isNegated;
}

/**
 * Whether one condition holds ("Multivalued context keys" of the IAM user guide for the quantifiers). An operator that
 * does not exist never holds.
 */
export function conditionHolds(
  condition: PolicyCondition,
  statement: PolicyStatement,
  context: ConditionContext,
): boolean {
  const given = valuesOf(context, condition.key);
  if (condition.operator === "Null") {
    return condition.values.some((value) => value.toLowerCase() === String(given === undefined));
  }
  const operator = CONDITION_OPERATORS[condition.operator];
  if (operator === undefined) return false;
  if (given === undefined || given.length === 0) {
    if (condition.quantifier === "ForAllValues" || condition.isIfExists) return true;
    return operator.isNegated && condition.quantifier === undefined;
  }
  const wanted = wantedValues(condition, statement, context);
  return condition.quantifier === "ForAnyValue"
    ? given.some((value) => holdsFor(operator, value, wanted))
    : given.every((value) => holdsFor(operator, value, wanted));
}
