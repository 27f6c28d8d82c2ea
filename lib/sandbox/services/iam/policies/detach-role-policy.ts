import type { DetachRolePolicyCommandInput } from "@aws-sdk/client-iam";
import type { Handler } from "../../../handler";
import { getKnownRole, noSuchEntity } from "../roles/get-known-role";

/** Detaches a managed policy. */
export const detachRolePolicy: Handler<DetachRolePolicyCommandInput, Record<string, never>> = (
  { account },
  input,
) => {
  const role = getKnownRole(account, input.RoleName);
  const index = role.attachedPolicies.findIndex((attached) => attached.policyArn === input.PolicyArn);
  if (index === -1) throw noSuchEntity(`Policy ${input.PolicyArn ?? ""} was not found.`);
  role.attachedPolicies.splice(index, 1);
  return {};
};
