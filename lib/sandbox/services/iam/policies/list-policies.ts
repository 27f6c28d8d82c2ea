import type { ListPoliciesCommandInput, ListPoliciesCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { validationError } from "../iam-errors";
import { pageOf } from "../iam-page";
import { AWS_MANAGED_POLICIES } from "../managed-policies/aws-managed-policies";
import { toIamPolicy, usageOf } from "./get-known-policy";

const SCOPES = ["All", "AWS", "Local"];

/** Managed policies: the account's own, those of AWS's that the sandbox knows, or both. */
export const listPolicies: Handler<ListPoliciesCommandInput, Answer<ListPoliciesCommandOutput>> = (
  { account },
  input,
) => {
  const { Scope: scope = "All", PathPrefix: prefix = "/", PolicyUsageFilter: usage } = input;
  if (!SCOPES.includes(scope)) {
    throw validationError(
      `1 validation error detected: Value '${scope}' at 'scope' failed to satisfy constraint: Member must satisfy enum value set: [All, AWS, Local]`,
    );
  }
  const policies = [
    ...(scope === "AWS" ? [] : account.policies),
    ...(scope === "Local" ? [] : AWS_MANAGED_POLICIES),
  ].filter((policy) => {
    const { attached, boundaries } = usageOf(account, policy.policyArn);
    const isUsed =
      usage === "PermissionsBoundary" ? boundaries > 0 : usage === "PermissionsPolicy" ? attached > 0 : true;
    return policy.path.startsWith(prefix) && isUsed && (input.OnlyAttached !== true || attached > 0);
  });
  const { items, rest } = pageOf(policies, input);
  return { Policies: items.map((policy) => toIamPolicy(account, policy)), ...rest };
};
