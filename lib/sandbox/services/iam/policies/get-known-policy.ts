import type { Policy } from "@aws-sdk/client-iam";
import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import type { ManagedPolicy } from "../../../world/iam-world";
import type { AccountWorld } from "../../../world/world";
import { noSuchEntity, validationError } from "../iam-errors";
import { findPolicy } from "../managed-policies/find-policy";

/** A policy of AWS's or of the caller's account. Throws NoSuchEntity, ValidationError. */
export function getKnownPolicy(
  { world, accountId }: HandlerContext,
  policyArn: string | undefined,
): ManagedPolicy {
  const arn = policyArn ?? "";
  if (arn.length < 20) {
    throw validationError(
      `1 validation error detected: Value '${arn}' at 'policyArn' failed to satisfy constraint: Member must have length greater than or equal to 20`,
    );
  }
  if (!arn.startsWith("arn:")) throw new AwsError("InvalidInput", `ARN ${arn} is not valid.`);
  const owner = arn.split(":")[4];
  const policy = owner === "aws" || owner === accountId ? findPolicy(world, arn) : undefined;
  if (policy === undefined) throw noSuchEntity(`Policy ${arn} was not found.`);
  return policy;
}

/** The same, of those that the account may change. */
export function getOwnPolicy(context: HandlerContext, policyArn: string | undefined): ManagedPolicy {
  const policy = getKnownPolicy(context, policyArn);
  if (context.account.policies.includes(policy)) return policy;
  throw new AwsError("AccessDenied", "Cannot perform the operation on an AWS managed policy.", {
    httpStatus: 403,
  });
}

/** How many identities of an account a policy is attached to, and how many it bounds. */
export function usageOf(account: AccountWorld, policyArn: string): { attached: number; boundaries: number } {
  const identities = [...account.roles, ...account.users, ...account.groups];
  return {
    attached: identities.filter((identity) =>
      identity.attachedPolicies.some((attached) => attached.policyArn === policyArn),
    ).length,
    boundaries: [...account.roles, ...account.users].filter(
      (identity) => identity.permissionsBoundaryArn === policyArn,
    ).length,
  };
}

/** A policy as lists show it, without documents. */
export function toIamPolicy(account: AccountWorld, policy: ManagedPolicy): Policy {
  const { attached, boundaries } = usageOf(account, policy.policyArn);
  return {
    PolicyName: policy.policyName,
    PolicyId: policy.policyId,
    Arn: policy.policyArn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersionId,
    AttachmentCount: attached,
    PermissionsBoundaryUsageCount: boundaries,
    IsAttachable: true,
    CreateDate: policy.createdAt,
    UpdateDate: policy.updatedAt,
  };
}
