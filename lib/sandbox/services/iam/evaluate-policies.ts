import { matchesPattern } from "./matches-pattern";
import { parsePolicyDocument, type PolicyStatement } from "./policy-document";

/** The question that a request asks of its caller's policies. */
export interface AccessQuestion {
  /** `ec2:DescribeVpcs` */
  action: string;
  /** An ARN, or `*` for actions without a resource. */
  resource: string;
  /** Condition keys that the request carries; one that is not here is absent. */
  context?: Readonly<Record<string, readonly string[]>>;
}

/** AWS's words: SimulatePrincipalPolicy's `EvalDecision`. */
export type AccessDecision = "allowed" | "explicitDeny" | "implicitDeny";

/** "Policy evaluation logic" of the IAM user guide, identity policies only: an explicit deny wins, nothing is a deny. */
export function evaluatePolicies(documents: readonly string[], question: AccessQuestion): AccessDecision {
  const applying = documents.flatMap(parsePolicyDocument).filter((statement) => applies(statement, question));
  if (applying.some((statement) => statement.effect === "Deny")) return "explicitDeny";
  return applying.length > 0 ? "allowed" : "implicitDeny";
}

function applies(statement: PolicyStatement, question: AccessQuestion): boolean {
  const matchesAction = (pattern: string): boolean =>
    matchesPattern(pattern, question.action, { ignoreCase: true });
  const matchesResource = (pattern: string): boolean => matchesPattern(pattern, question.resource);
  const action =
    statement.notActions.length > 0
      ? !statement.notActions.some(matchesAction)
      : statement.actions.some(matchesAction);
  const resource =
    statement.notResources.length > 0
      ? !statement.notResources.some(matchesResource)
      : statement.resources.some(matchesResource);
  return action && resource && conditionsHold(statement, question);
}

function conditionsHold(statement: PolicyStatement, question: AccessQuestion): boolean {
  return Object.entries(statement.conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => conditionHolds(operator, wanted, question.context?.[key])),
  );
}

/** One condition. An operator that the sandbox does not know never holds. */
function conditionHolds(
  fullOperator: string,
  wanted: readonly string[],
  given: readonly string[] | undefined,
): boolean {
  const [, quantifier, name = "", ifExists] =
    /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(fullOperator) ?? [];
  if (name === "Null") return wanted.includes(String(given === undefined));
  if (given === undefined)
    return quantifier === "ForAllValues:" || ifExists !== undefined || name.includes("Not");
  const isNegated = name.includes("Not");
  const isLike = /Like|Arn/.test(name);
  if (!/^(String|Arn|Bool)/.test(name)) return false;
  const matches = (value: string): boolean =>
    wanted.some((pattern) => (isLike ? matchesPattern(pattern, value) : pattern === value));
  const holds = (value: string): boolean => matches(value) !== isNegated;
  return quantifier === "ForAnyValue:" ? given.some(holds) : given.every(holds);
}
