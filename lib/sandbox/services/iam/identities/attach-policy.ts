import type { Handler } from "../../../handler";
import type { Identity } from "../../../world/iam-world";
import { limitExceeded, noSuchEntity } from "../iam-errors";
import { findPolicy } from "../managed-policies/find-policy";
import { getIdentity, type IdentityKind } from "./identity-kind";

/** "IAM and AWS STS quotas": managed policies attached to one identity. */
const MAX_ATTACHED = 10;

type PolicyInput = { PolicyArn: string | undefined };

/** AttachRolePolicy and its siblings: attaching what is attached changes nothing. */
export function attachPolicy<Key, Kind extends Identity>(
  kind: IdentityKind<Key, Kind>,
): Handler<Key & PolicyInput, Record<string, never>> {
  return ({ world, account, accountId }, input) => {
    const identity = getIdentity(kind, account, input);
    const { PolicyArn: arn = "" } = input;
    const policy = findPolicy(world, arn);
    const owner = arn.split(":")[4];
    if (policy === undefined || (owner !== "aws" && owner !== accountId)) {
      throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
    }
    const { policyName, policyArn } = policy;
    const { attachedPolicies } = identity;
    if (attachedPolicies.some((attached) => attached.policyArn === policyArn)) return {};
    if (attachedPolicies.length >= MAX_ATTACHED) {
      const noun = kind.noun.charAt(0).toUpperCase() + kind.noun.slice(1);
      throw limitExceeded(`Cannot exceed quota for PoliciesPer${noun}: ${String(MAX_ATTACHED)}`);
    }
    attachedPolicies.push({ policyName, policyArn });
    return {};
  };
}

/** DetachRolePolicy and its siblings. */
export function detachPolicy<Key, Kind extends Identity>(
  kind: IdentityKind<Key, Kind>,
): Handler<Key & PolicyInput, Record<string, never>> {
  return ({ account }, input) => {
    const { attachedPolicies } = getIdentity(kind, account, input);
    const index = attachedPolicies.findIndex((attached) => attached.policyArn === input.PolicyArn);
    if (index === -1) throw noSuchEntity(`Policy ${input.PolicyArn ?? ""} was not found.`);
    attachedPolicies.splice(index, 1);
    return {};
  };
}
