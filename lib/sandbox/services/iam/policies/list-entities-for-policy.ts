import type {
  ListEntitiesForPolicyCommandInput,
  ListEntitiesForPolicyCommandOutput,
} from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import type { Identity } from "../../../world/iam-world";
import { pageOf } from "../iam-page";
import { getKnownPolicy } from "./get-known-policy";

/** Who has a policy, as permissions or, where asked, as a boundary. */
export const listEntitiesForPolicy: Handler<
  ListEntitiesForPolicyCommandInput,
  Answer<ListEntitiesForPolicyCommandOutput>
> = (context, input) => {
  const { account } = context;
  const { policyArn } = getKnownPolicy(context, input.PolicyArn);
  const { EntityFilter: filter, PathPrefix: prefix = "/", PolicyUsageFilter: usage } = input;
  const has = (identity: Identity & { permissionsBoundaryArn?: string }): boolean => {
    const isAttached = identity.attachedPolicies.some((attached) => attached.policyArn === policyArn);
    const isBoundary = identity.permissionsBoundaryArn === policyArn;
    const isUsed =
      usage === "PermissionsBoundary"
        ? isBoundary
        : usage === "PermissionsPolicy"
          ? isAttached
          : isAttached || isBoundary;
    return isUsed && identity.path.startsWith(prefix);
  };
  const wants = (kind: string): boolean => filter === undefined || filter === kind;
  const entities = [
    ...(wants("Group") ? account.groups.filter(has) : []),
    ...(wants("User") ? account.users.filter(has) : []),
    ...(wants("Role") ? account.roles.filter(has) : []),
  ];
  const { items, rest } = pageOf(entities, input);
  return {
    PolicyGroups: items.flatMap((item) =>
      "groupName" in item ? [{ GroupName: item.groupName, GroupId: item.groupId }] : [],
    ),
    PolicyUsers: items.flatMap((item) =>
      "userName" in item ? [{ UserName: item.userName, UserId: item.userId }] : [],
    ),
    PolicyRoles: items.flatMap((item) =>
      "roleName" in item ? [{ RoleName: item.roleName, RoleId: item.roleId }] : [],
    ),
    ...rest,
  };
};
