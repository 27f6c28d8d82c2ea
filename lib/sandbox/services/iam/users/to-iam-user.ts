import type { User as IamUser } from "@aws-sdk/client-iam";
import type { User } from "../../../world/iam-world";
import { boundaryMember } from "../identities/identity-kind";

/** A user as lists show it. */
export function toIamUser(user: User): IamUser {
  return {
    Path: user.path,
    UserName: user.userName,
    UserId: user.userId,
    Arn: user.arn,
    CreateDate: user.createdAt,
  };
}

/** With what lists leave out: boundary and tags ("ListUsers does not return …" in the SDK). */
export function toDetailedUser(user: User): IamUser {
  return {
    ...toIamUser(user),
    ...boundaryMember(user),
    ...((user.tags ?? []).length === 0 ? {} : { Tags: user.tags }),
  };
}
