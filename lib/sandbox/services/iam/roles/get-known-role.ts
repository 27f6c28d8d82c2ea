import { AwsError } from "../../../aws-error";
import type { AccountWorld, Role } from "../../../world/world";

/** The role of this name. Throws NoSuchEntity. */
export function getKnownRole(account: AccountWorld, roleName: string | undefined): Role {
  const role = account.roles.find((candidate) => candidate.roleName === roleName);
  if (role === undefined) throw noSuchEntity(`The role with name ${roleName ?? ""} cannot be found.`);
  return role;
}

/** IAM's "not found". */
export function noSuchEntity(message: string): AwsError {
  return new AwsError("NoSuchEntity", message, { httpStatus: 404 });
}
