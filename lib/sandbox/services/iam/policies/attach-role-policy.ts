import type { AttachRolePolicyCommandInput } from "@aws-sdk/client-iam";
import type { Handler } from "../../../handler";
import { findManagedPolicy } from "../managed-policies";
import { getKnownRole, noSuchEntity } from "../roles/get-known-role";

/** Attaches a managed policy; attaching it again changes nothing. */
export const attachRolePolicy: Handler<AttachRolePolicyCommandInput, Record<string, never>> = (
  { account },
  input,
) => {
  const role = getKnownRole(account, input.RoleName);
  const policy = findManagedPolicy(input.PolicyArn ?? "");
  if (policy === undefined)
    throw noSuchEntity(`Policy ${input.PolicyArn ?? ""} does not exist or is not attachable.`);
  const { policyName, policyArn } = policy;
  if (!role.attachedPolicies.some((attached) => attached.policyArn === policyArn)) {
    role.attachedPolicies.push({ policyName, policyArn });
  }
  return {};
};
