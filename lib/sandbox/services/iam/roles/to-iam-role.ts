import type { Role as IamRole } from "@aws-sdk/client-iam";
import type { Role } from "../../../world/world";

/** A role as IAM answers it; documents travel percent-encoded (IAM API reference: `Role`). */
export function toIamRole(role: Role): IamRole {
  return {
    Path: role.path,
    RoleName: role.roleName,
    RoleId: role.roleId,
    Arn: role.arn,
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: encodeURIComponent(role.assumeRolePolicyDocument),
    MaxSessionDuration: 3600,
  };
}
