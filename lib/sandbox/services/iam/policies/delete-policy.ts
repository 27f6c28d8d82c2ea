import type { DeletePolicyCommandInput } from "@aws-sdk/client-iam";
import type { Handler } from "../../../handler";
import { deleteConflict } from "../iam-errors";
import { getOwnPolicy, usageOf } from "./get-known-policy";

/** Deletes a policy that is attached nowhere and has one version left. */
export const deletePolicy: Handler<DeletePolicyCommandInput, Record<string, never>> = (context, input) => {
  const { account } = context;
  const policy = getOwnPolicy(context, input.PolicyArn);
  const { attached, boundaries } = usageOf(account, policy.policyArn);
  if (attached + boundaries > 0) {
    throw deleteConflict("Cannot delete a policy attached to entities.");
  }
  if (policy.versions.length > 1) {
    throw deleteConflict(
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    );
  }
  account.policies.splice(account.policies.indexOf(policy), 1);
  return {};
};
