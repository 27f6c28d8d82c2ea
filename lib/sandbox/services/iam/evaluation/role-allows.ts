import { findRole } from "../../../world/find-account";
import type { World } from "../../../world/world";
import { evaluateIdentity } from "./evaluate-identity";

/** Whether a role may do an action on any resource. A role that does not exist may do nothing. */
export function roleAllows(world: World, roleArn: string, action: string): boolean {
  const role = findRole(world, roleArn);
  return (
    role !== undefined && evaluateIdentity(world, role, { action, resource: "*" }).decision === "allowed"
  );
}
