import { AwsError } from "../../../aws-error";
import type { Role, World } from "../../../world/world";

/** The role of this name. Throws NoSuchEntity. */
export function getKnownRole(world: World, roleName: string | undefined): Role {
  const role = world.roles.find((candidate) => candidate.roleName === roleName);
  if (role === undefined) throw noSuchEntity(`The role with name ${roleName ?? ""} cannot be found.`);
  return role;
}

/** IAM's "not found". */
export function noSuchEntity(message: string): AwsError {
  return new AwsError("NoSuchEntity", message, { httpStatus: 404 });
}
