import { findRole } from "../../world/find-account";
import type { Role, World } from "../../world/world";
import { evaluatePolicies, type AccessDecision, type AccessQuestion } from "./evaluate-policies";
import { findManagedPolicy } from "./managed-policies";

/** Every identity policy of a role: attached ones that the sandbox knows, and inline ones. */
export function policyDocumentsOf(role: Role): string[] {
  const attached = role.attachedPolicies.flatMap(
    (policy) => findManagedPolicy(policy.policyArn)?.document ?? [],
  );
  return [...attached, ...Object.values(role.inlinePolicies)];
}

/** What a role's policies say, its permissions boundary included where the sandbox knows that policy. */
export function evaluateRole(role: Role, question: AccessQuestion): AccessDecision {
  const decision = evaluatePolicies(policyDocumentsOf(role), question);
  if (role.permissionsBoundaryArn === undefined || decision !== "allowed") return decision;
  const boundary = findManagedPolicy(role.permissionsBoundaryArn);
  return evaluatePolicies(boundary === undefined ? [] : [boundary.document], question);
}

/** Whether a role may do an action on any resource. A role that does not exist may do nothing. */
export function roleAllows(world: World, roleArn: string, action: string): boolean {
  const role = findRole(world, roleArn);
  return role !== undefined && evaluateRole(role, { action, resource: "*" }) === "allowed";
}
