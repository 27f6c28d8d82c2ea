import type { HandlerTable } from "../../handler";
import { getAccountSummary } from "./get-account-summary";
import { addUserToGroup, listGroupsForUser, removeUserFromGroup } from "./groups/group-members";
import { createGroup, deleteGroup, getGroup, listGroups } from "./groups/manage-groups";
import { attachPolicy, detachPolicy } from "./identities/attach-policy";
import { getIdentity, GROUPS, ROLES, USERS, type RoleKey, type UserKey } from "./identities/identity-kind";
import {
  deleteInlinePolicy,
  getInlinePolicy,
  listInlinePolicies,
  putInlinePolicy,
} from "./identities/inline-policies";
import { listAttachedPolicies } from "./identities/list-attached-policies";
import { deletePermissionsBoundary, putPermissionsBoundary } from "./identities/permissions-boundary";
import { listEntityTags, tagEntity, untagEntity } from "./identities/tags";
import type { HandlerContext } from "../../handler";
import { createPolicy } from "./policies/create-policy";
import { deletePolicy } from "./policies/delete-policy";
import { getOwnPolicy } from "./policies/get-known-policy";
import { getPolicy } from "./policies/get-policy";
import { listEntitiesForPolicy } from "./policies/list-entities-for-policy";
import { listPolicies } from "./policies/list-policies";
import {
  createPolicyVersion,
  deletePolicyVersion,
  getPolicyVersion,
  listPolicyVersions,
  setDefaultPolicyVersion,
} from "./policies/policy-versions";
import { createRole } from "./roles/create-role";
import { deleteRole } from "./roles/delete-role";
import { getRole } from "./roles/get-role";
import { listRoles } from "./roles/list-roles";
import { updateAssumeRolePolicy, updateRole, updateRoleDescription } from "./roles/update-role";
import { simulateCustomPolicy, simulatePrincipalPolicy } from "./simulation/simulate-policies";
import { createAccessKey, deleteAccessKey, listAccessKeys, updateAccessKey } from "./users/access-keys";
import { createUser } from "./users/create-user";
import { deleteUser } from "./users/delete-user";
import { getUser } from "./users/get-user";
import { listUsers } from "./users/list-users";

const taggedRole = ({ account }: HandlerContext, input: RoleKey) => getIdentity(ROLES, account, input);
const taggedUser = ({ account }: HandlerContext, input: UserKey) => getIdentity(USERS, account, input);
const taggedPolicy = (context: HandlerContext, input: { PolicyArn: string | undefined }) =>
  getOwnPolicy(context, input.PolicyArn);

const roleHandlers = {
  AttachRolePolicy: attachPolicy(ROLES),
  CreateRole: createRole,
  DeleteRole: deleteRole,
  DeleteRolePermissionsBoundary: deletePermissionsBoundary(ROLES),
  DeleteRolePolicy: deleteInlinePolicy(ROLES),
  DetachRolePolicy: detachPolicy(ROLES),
  GetRole: getRole,
  GetRolePolicy: getInlinePolicy(ROLES),
  ListAttachedRolePolicies: listAttachedPolicies(ROLES),
  ListRolePolicies: listInlinePolicies(ROLES),
  ListRoles: listRoles,
  ListRoleTags: listEntityTags(taggedRole),
  PutRolePermissionsBoundary: putPermissionsBoundary(ROLES),
  PutRolePolicy: putInlinePolicy(ROLES),
  TagRole: tagEntity(taggedRole),
  UntagRole: untagEntity(taggedRole),
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  UpdateRole: updateRole,
  UpdateRoleDescription: updateRoleDescription,
} satisfies HandlerTable;

const userHandlers = {
  AttachUserPolicy: attachPolicy(USERS),
  CreateAccessKey: createAccessKey,
  CreateUser: createUser,
  DeleteAccessKey: deleteAccessKey,
  DeleteUser: deleteUser,
  DeleteUserPermissionsBoundary: deletePermissionsBoundary(USERS),
  DeleteUserPolicy: deleteInlinePolicy(USERS),
  DetachUserPolicy: detachPolicy(USERS),
  GetUser: getUser,
  GetUserPolicy: getInlinePolicy(USERS),
  ListAccessKeys: listAccessKeys,
  ListAttachedUserPolicies: listAttachedPolicies(USERS),
  ListGroupsForUser: listGroupsForUser,
  ListUserPolicies: listInlinePolicies(USERS),
  ListUsers: listUsers,
  ListUserTags: listEntityTags(taggedUser),
  PutUserPermissionsBoundary: putPermissionsBoundary(USERS),
  PutUserPolicy: putInlinePolicy(USERS),
  TagUser: tagEntity(taggedUser),
  UntagUser: untagEntity(taggedUser),
  UpdateAccessKey: updateAccessKey,
} satisfies HandlerTable;

const groupHandlers = {
  AddUserToGroup: addUserToGroup,
  AttachGroupPolicy: attachPolicy(GROUPS),
  CreateGroup: createGroup,
  DeleteGroup: deleteGroup,
  DeleteGroupPolicy: deleteInlinePolicy(GROUPS),
  DetachGroupPolicy: detachPolicy(GROUPS),
  GetGroup: getGroup,
  GetGroupPolicy: getInlinePolicy(GROUPS),
  ListAttachedGroupPolicies: listAttachedPolicies(GROUPS),
  ListGroupPolicies: listInlinePolicies(GROUPS),
  ListGroups: listGroups,
  PutGroupPolicy: putInlinePolicy(GROUPS),
  RemoveUserFromGroup: removeUserFromGroup,
} satisfies HandlerTable;

const policyHandlers = {
  CreatePolicy: createPolicy,
  CreatePolicyVersion: createPolicyVersion,
  DeletePolicy: deletePolicy,
  DeletePolicyVersion: deletePolicyVersion,
  GetPolicy: getPolicy,
  GetPolicyVersion: getPolicyVersion,
  ListEntitiesForPolicy: listEntitiesForPolicy,
  ListPolicies: listPolicies,
  ListPolicyTags: listEntityTags(taggedPolicy),
  ListPolicyVersions: listPolicyVersions,
  SetDefaultPolicyVersion: setDefaultPolicyVersion,
  TagPolicy: tagEntity(taggedPolicy),
  UntagPolicy: untagEntity(taggedPolicy),
} satisfies HandlerTable;

/** The IAM operations that the sandbox knows. */
export const iamHandlers = {
  ...roleHandlers,
  ...userHandlers,
  ...groupHandlers,
  ...policyHandlers,
  GetAccountSummary: getAccountSummary,
  SimulateCustomPolicy: simulateCustomPolicy,
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
} satisfies HandlerTable;
