import { matchesPattern } from "../matches-pattern";
import { valuesOf, type ConditionContext } from "./condition-context";
import { conditionHolds } from "./condition-holds";
import { parsePolicyDocument, type PolicyStatement } from "./policy-document";
import { expandVariables, variablesOf } from "./policy-variables";

/** The question that a request asks of its caller's policies. */
export interface AccessQuestion {
  /** `ec2:DescribeVpcs` */
  action: string;
  /** An ARN, or `*` for actions without a resource. */
  resource: string;
  /** Condition keys that the request carries; one that is not here is absent. */
  context?: ConditionContext;
}

/** AWS's words: SimulatePrincipalPolicy's `EvalDecision`. */
export type AccessDecision = "allowed" | "explicitDeny" | "implicitDeny";

const NOTHING: ConditionContext = {};

/** "Policy evaluation logic" of the IAM user guide, within one kind of policy: an explicit deny wins, nothing is a deny. */
export function evaluatePolicies(documents: readonly string[], question: AccessQuestion): AccessDecision {
  return decideBy(
    documents
      .flatMap(parsePolicyDocument)
      .filter((statement) => isAbout(statement, question) && conditionsHold(statement, question)),
  );
}

/** What statements that apply decide together. */
export function decideBy(applying: readonly PolicyStatement[]): AccessDecision {
  if (applying.some((statement) => statement.effect === "Deny")) return "explicitDeny";
  return applying.length > 0 ? "allowed" : "implicitDeny";
}

/** Whether a statement is about an action on a resource, whatever its conditions say. */
export function isAbout(statement: PolicyStatement, question: AccessQuestion): boolean {
  return isAboutAction(statement, question.action) && isAboutResource(statement, question);
}

/** Whether a statement names an action, or with `NotAction` leaves it out. */
export function isAboutAction(statement: PolicyStatement, action: string): boolean {
  const matches = (pattern: string): boolean => matchesPattern(pattern, action, { ignoreCase: true });
  return statement.notActions.length > 0
    ? !statement.notActions.some(matches)
    : statement.actions.some(matches);
}

function isAboutResource(statement: PolicyStatement, question: AccessQuestion): boolean {
  const matches = (pattern: string): boolean => {
    const expanded = statement.hasVariables ? expandVariables(pattern, question.context ?? NOTHING) : pattern;
    return expanded !== undefined && matchesPattern(expanded, question.resource);
  };
  return statement.notResources.length > 0
    ? !statement.notResources.some(matches)
    : statement.resources.some(matches);
}

/** Whether all of a statement's conditions hold. */
export function conditionsHold(statement: PolicyStatement, question: AccessQuestion): boolean {
  return statement.conditions.every((condition) =>
    conditionHolds(condition, statement, question.context ?? NOTHING),
  );
}

/** Condition keys that a statement asks for, in conditions and variables, and that the question does not have. */
export function missingKeys(statement: PolicyStatement, question: AccessQuestion): string[] {
  const inVariables = statement.hasVariables
    ? [...statement.resources, ...statement.conditions.flatMap((condition) => condition.values)].flatMap(
        variablesOf,
      )
    : [];
  const keys = [...statement.conditions.map((condition) => condition.key), ...inVariables];
  return keys.filter((key) => valuesOf(question.context ?? NOTHING, key) === undefined);
}
