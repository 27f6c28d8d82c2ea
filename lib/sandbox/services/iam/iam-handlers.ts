import type { HandlerTable } from "../../handler";
import { attachRolePolicy } from "./policies/attach-role-policy";
import { detachRolePolicy } from "./policies/detach-role-policy";
import { getPolicy } from "./policies/get-policy";
import { getPolicyVersion } from "./policies/get-policy-version";
import { getRolePolicy } from "./policies/get-role-policy";
import { listAttachedRolePolicies } from "./policies/list-attached-role-policies";
import { listRolePolicies } from "./policies/list-role-policies";
import { simulatePrincipalPolicy } from "./policies/simulate-principal-policy";
import { createRole } from "./roles/create-role";
import { getRole } from "./roles/get-role";
import { listRoles } from "./roles/list-roles";

/** The IAM operations that the sandbox knows. */
export const iamHandlers = {
  AttachRolePolicy: attachRolePolicy,
  CreateRole: createRole,
  DetachRolePolicy: detachRolePolicy,
  GetPolicy: getPolicy,
  GetPolicyVersion: getPolicyVersion,
  GetRole: getRole,
  GetRolePolicy: getRolePolicy,
  ListAttachedRolePolicies: listAttachedRolePolicies,
  ListRolePolicies: listRolePolicies,
  ListRoles: listRoles,
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
} satisfies HandlerTable;
