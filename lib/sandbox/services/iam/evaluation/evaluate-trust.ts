import { conditionsHold, isAboutAction, type AccessDecision, type AccessQuestion } from "./evaluate-policies";
import { parsePolicyDocument, type PolicyStatement } from "./policy-document";

/** Who asks a trust policy: a service (`lambda.amazonaws.com`), or an IAM identity. */
export type TrustedPrincipal =
  | { kind: "Service"; name: string }
  | {
      kind: "AWS";
      accountId: string;
      arn: string;
      /** Of the role that a session is of. */
      roleArn?: string;
    };

/** `account` is a grant that leaves it to the account's own policies who may use it. */
export type TrustDecision = AccessDecision | "allowedByAccount";

type Match = "exact" | "account" | undefined;

function matchesAws(principal: Extract<TrustedPrincipal, { kind: "AWS" }>, who: string): Match {
  if (who === "*" || who === principal.arn || who === principal.roleArn) return "exact";
  const isAccount = who === principal.accountId || who === `arn:aws:iam::${principal.accountId}:root`;
  return isAccount ? "account" : undefined;
}

function matchPrincipal(named: Readonly<Record<string, string[]>>, principal: TrustedPrincipal): Match {
  if (named["*"] !== undefined) return "exact";
  const list = named[principal.kind] ?? [];
  if (principal.kind === "Service") return list.includes(principal.name) ? "exact" : undefined;
  const matches = list.map((who) => matchesAws(principal, who));
  return matches.includes("exact") ? "exact" : matches.find((match) => match !== undefined);
}

function matchStatement(statement: PolicyStatement, principal: TrustedPrincipal): Match {
  if (statement.notPrincipals !== undefined) {
    return matchPrincipal(statement.notPrincipals, principal) === undefined ? "exact" : undefined;
  }
  return statement.principals && matchPrincipal(statement.principals, principal);
}

/** Who may assume a role, by its trust policy. Throws SyntaxError where that is no policy. */
export function evaluateTrust(
  document: string,
  principal: TrustedPrincipal,
  question: Pick<AccessQuestion, "action" | "context">,
): TrustDecision {
  const matches = parsePolicyDocument(document)
    .filter(
      (statement) =>
        isAboutAction(statement, question.action) &&
        conditionsHold(statement, { ...question, resource: "*" }),
    )
    .map((statement) => ({ effect: statement.effect, match: matchStatement(statement, principal) }))
    .filter(({ match }) => match !== undefined);
  if (matches.some(({ effect }) => effect === "Deny")) return "explicitDeny";
  if (matches.some(({ match }) => match === "exact")) return "allowed";
  return matches.length > 0 ? "allowedByAccount" : "implicitDeny";
}
