import type { Tag } from "@aws-sdk/client-iam";

/** What roles, users and groups have in common. */
export interface Identity {
  arn: string;
  path: string;
  createdAt: Date;
  attachedPolicies: { policyName: string; policyArn: string }[];
  /** Policy name -> document. */
  inlinePolicies: Record<string, string>;
}

/** Roles and users, whose rights a boundary may limit. */
export interface BoundedIdentity extends Identity {
  permissionsBoundaryArn?: string;
  tags?: Tag[];
}

export interface Role extends BoundedIdentity {
  roleName: string;
  roleId: string;
  assumeRolePolicyDocument: string;
  description?: string;
  maxSessionDuration?: number;
  /** When it was last assumed, and in which region. */
  lastUsed?: { at: Date; region: string };
}

export interface User extends BoundedIdentity {
  userName: string;
  userId: string;
}

export interface Group extends Identity {
  groupName: string;
  groupId: string;
  userNames: string[];
}

/** A managed policy, AWS's or the account's own. */
export interface ManagedPolicy {
  policyName: string;
  policyArn: string;
  policyId: string;
  path: string;
  description?: string;
  defaultVersionId: string;
  createdAt: Date;
  updatedAt: Date;
  versions: { versionId: string; document: string; createdAt: Date }[];
  /** The highest number ever given: a deleted version's is not given again. */
  lastVersion: number;
  tags?: Tag[];
}

/** Whose key it is: a user's, for as long as nobody deletes it. */
export interface AccessKey {
  accountId: string;
  userName: string;
  isExpired?: boolean;
  createdAt?: Date;
  isInactive?: boolean;
  lastUsed?: { at: Date; serviceName: string; region: string };
}

/** A temporary key: of a role that somebody assumed, or of a user who asked for one. */
export interface SessionKey {
  accountId: string;
  expiresAt: number;
  /** What the session may do at most: nothing here adds a right. */
  policies: string[];
  holder:
    | { kind: "role"; roleName: string; sessionName: string; tags: { Key: string; Value: string }[] }
    | { kind: "user"; userName: string };
}
