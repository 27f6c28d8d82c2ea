import type { BoundedIdentity, Group, Identity, Role, User } from "../../../world/iam-world";
import type { AccountWorld } from "../../../world/world";
import { noSuchEntity } from "../iam-errors";

/** A kind of identity that policies are given to. `Key` is what a request names one with. */
export interface IdentityKind<Key, Kind extends Identity> {
  /** As sentences and quotas say it. */
  noun: "role" | "user" | "group";
  list: (account: AccountWorld) => Kind[];
  nameOf: (identity: Kind) => string;
  keyOf: (input: Key) => string | undefined;
  /** "IAM and AWS STS quotas": characters of all inline policies together, white space not counted. */
  maxInlineSize: number;
}

export type RoleKey = { RoleName: string | undefined };
export type UserKey = { UserName: string | undefined };
export type GroupKey = { GroupName: string | undefined };

export const ROLES: IdentityKind<RoleKey, Role> = {
  noun: "role",
  list: (account) => account.roles,
  nameOf: (role) => role.roleName,
  keyOf: (input) => input.RoleName,
  maxInlineSize: 10_240,
};

export const USERS: IdentityKind<UserKey, User> = {
  noun: "user",
  list: (account) => account.users,
  nameOf: (user) => user.userName,
  keyOf: (input) => input.UserName,
  maxInlineSize: 2048,
};

export const GROUPS: IdentityKind<GroupKey, Group> = {
  noun: "group",
  list: (account) => account.groups,
  nameOf: (group) => group.groupName,
  keyOf: (input) => input.GroupName,
  maxInlineSize: 5120,
};

/** The identity that a request names. Throws NoSuchEntity. */
export function getIdentity<Key, Kind extends Identity>(
  kind: IdentityKind<Key, Kind>,
  account: AccountWorld,
  input: Key,
): Kind {
  const name = kind.keyOf(input) ?? "";
  const found = kind.list(account).find((candidate) => kind.nameOf(candidate) === name);
  if (found === undefined) throw noSuchEntity(`The ${kind.noun} with name ${name} cannot be found.`);
  return found;
}

/** An identity's boundary as answers show it. */
export function boundaryMember(identity: BoundedIdentity) {
  return identity.permissionsBoundaryArn === undefined
    ? {}
    : {
        PermissionsBoundary: {
          PermissionsBoundaryType: "Policy" as string as "PermissionsBoundaryPolicy",
          PermissionsBoundaryArn: identity.permissionsBoundaryArn,
        },
      };
}
