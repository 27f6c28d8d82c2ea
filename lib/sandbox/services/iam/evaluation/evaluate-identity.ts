import type { BoundedIdentity } from "../../../world/iam-world";
import type { World } from "../../../world/world";
import { evaluatePolicies, type AccessDecision, type AccessQuestion } from "./evaluate-policies";
import { boundaryPolicies, identityPolicies, type PolicySource } from "./identity-policies";

/** Which kind of policy denied, in the words of AWS's denials. */
export type DenyingPolicy = "identity-based policy" | "permissions boundary" | "session policy";

export type Access =
  { decision: "allowed" } | { decision: "explicitDeny" | "implicitDeny"; policy: DenyingPolicy };

/**
 * What a user or role may do: the identity policies allow, and neither the boundary nor a policy of the session takes
 * it away; an explicit deny anywhere wins ("Policy evaluation logic" of the IAM user guide).
 */
export function evaluateIdentity(
  world: World,
  identity: BoundedIdentity,
  question: AccessQuestion,
  sessionPolicies: readonly string[] = [],
): Access {
  const boundary = boundaryPolicies(world, identity);
  const layers: { policy: DenyingPolicy; decision: AccessDecision }[] = [
    { policy: "identity-based policy", decision: decide(identityPolicies(world, identity), question) },
    ...(boundary === undefined
      ? []
      : [{ policy: "permissions boundary" as const, decision: decide(boundary, question) }]),
    ...(sessionPolicies.length === 0
      ? []
      : [{ policy: "session policy" as const, decision: evaluatePolicies(sessionPolicies, question) }]),
  ];
  const denying =
    layers.find((layer) => layer.decision === "explicitDeny") ??
    layers.find((layer) => layer.decision === "implicitDeny");
  if (denying === undefined || denying.decision === "allowed") return { decision: "allowed" };
  return { decision: denying.decision, policy: denying.policy };
}

function decide(policies: readonly PolicySource[], question: AccessQuestion): AccessDecision {
  return evaluatePolicies(
    policies.map((policy) => policy.document),
    question,
  );
}
