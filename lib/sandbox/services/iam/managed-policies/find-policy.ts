import type { ManagedPolicy } from "../../../world/iam-world";
import type { World } from "../../../world/world";
import { AWS_MANAGED_POLICIES } from "./aws-managed-policies";

const AWS_BY_ARN = new Map(AWS_MANAGED_POLICIES.map((policy) => [policy.policyArn, policy]));

/** A managed policy by its ARN, AWS's or an account's own. */
export function findPolicy(world: World, policyArn: string): ManagedPolicy | undefined {
  const account = world.accounts[policyArn.split(":")[4] ?? ""];
  return (
    AWS_BY_ARN.get(policyArn) ?? account?.policies.find((candidate) => candidate.policyArn === policyArn)
  );
}

/** The document of the version in force. */
export function defaultDocumentOf(policy: ManagedPolicy): string {
  const version = policy.versions.find((candidate) => candidate.versionId === policy.defaultVersionId);
  if (version === undefined) throw new Error(`Policy ${policy.policyArn} has no default version.`);
  return version.document;
}
