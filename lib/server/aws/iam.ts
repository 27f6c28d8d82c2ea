import {
  GetRoleCommand,
  ListRolesCommand,
  SimulatePrincipalPolicyCommand,
  type GetRoleCommandOutput,
  type ListRolesCommandInput,
  type ListRolesCommandOutput,
  type SimulatePrincipalPolicyCommandInput,
  type SimulatePrincipalPolicyCommandOutput,
} from "@aws-sdk/client-iam";
import type { AwsScope } from "./aws-clients";
import { sendOptions } from "./send-options";

/** iam:ListRoles, one page (`Marker`, at most 1000). */
export function listRoles(scope: AwsScope, input: ListRolesCommandInput): Promise<ListRolesCommandOutput> {
  return scope.aws.iam().send(new ListRolesCommand(input), sendOptions(scope));
}

/** iam:GetRole. Throws NoSuchEntity. */
export function getRole(scope: AwsScope, roleName: string): Promise<GetRoleCommandOutput> {
  return scope.aws.iam().send(new GetRoleCommand({ RoleName: roleName }), sendOptions(scope));
}

/** iam:SimulatePrincipalPolicy, one page: what IAM would decide for a role's actions. */
export function simulatePrincipalPolicy(
  scope: AwsScope,
  input: SimulatePrincipalPolicyCommandInput,
): Promise<SimulatePrincipalPolicyCommandOutput> {
  return scope.aws.iam().send(new SimulatePrincipalPolicyCommand(input), sendOptions(scope));
}
