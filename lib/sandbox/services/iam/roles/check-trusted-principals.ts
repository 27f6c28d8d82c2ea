import type { World } from "../../../world/world";
import { parsePolicyDocument } from "../evaluation/policy-document";
import { malformedPolicyDocument } from "../iam-errors";

const IDENTITY_ARN = /^arn:aws:iam::(\d{12}):(user|role)\//;

/**
 * Throws MalformedPolicyDocument for a trust policy that names a user or role that does not exist: AWS looks them up
 * when it keeps the policy. Accounts that are not in the world are taken on trust.
 */
export function checkTrustedPrincipals(world: World, document: string): void {
  const named = parsePolicyDocument(document).flatMap((statement) => statement.principals?.["AWS"] ?? []);
  for (const principal of named) {
    const [, accountId = "", kind] = IDENTITY_ARN.exec(principal) ?? [];
    const account = world.accounts[accountId];
    if (account === undefined) continue;
    const known = kind === "user" ? account.users : account.roles;
    if (known.some((identity) => identity.arn === principal)) continue;
    throw malformedPolicyDocument(`Invalid principal in policy: "AWS":"${principal}"`);
  }
}
