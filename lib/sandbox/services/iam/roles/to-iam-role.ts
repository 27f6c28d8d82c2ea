import type { Role as IamRole } from "@aws-sdk/client-iam";
import type { Role } from "../../../world/iam-world";
import { encodeDocument } from "../documents/encode-document";
import { boundaryMember } from "../identities/identity-kind";

/** A role as lists show it; documents travel percent-encoded (IAM API reference: `Role`). */
export function toIamRole(role: Role): IamRole {
  return {
    Path: role.path,
    RoleName: role.roleName,
    RoleId: role.roleId,
    Arn: role.arn,
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: encodeDocument(role.assumeRolePolicyDocument),
    ...(role.description === undefined ? {} : { Description: role.description }),
    MaxSessionDuration: role.maxSessionDuration ?? 3600,
  };
}

/** With what lists leave out: boundary, tags and last use ("ListRoles does not return …" in the SDK). */
export function toDetailedRole(role: Role): IamRole {
  return {
    ...toIamRole(role),
    ...boundaryMember(role),
    ...((role.tags ?? []).length === 0 ? {} : { Tags: role.tags }),
    RoleLastUsed:
      role.lastUsed === undefined ? {} : { LastUsedDate: role.lastUsed.at, Region: role.lastUsed.region },
  };
}
