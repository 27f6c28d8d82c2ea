import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import type { BoundedIdentity } from "../../../world/iam-world";
import type { World } from "../../../world/world";
import { noSuchEntity } from "../iam-errors";
import { findPolicy } from "../managed-policies/find-policy";
import { getIdentity, type IdentityKind } from "./identity-kind";

/** Throws NoSuchEntity or InvalidInput for what cannot be a boundary. */
export function checkBoundary(world: World, policyArn: string): void {
  if (!/^arn:aws:iam::(\d{12}|aws):policy\//.test(policyArn)) {
    throw new AwsError("InvalidInput", `Value (${policyArn}) for parameter PermissionsBoundary is invalid.`);
  }
  if (findPolicy(world, policyArn) === undefined) {
    throw noSuchEntity(`Policy ${policyArn} does not exist or is not attachable.`);
  }
}

/** PutRolePermissionsBoundary and PutUserPermissionsBoundary. */
export function putPermissionsBoundary<Key, Kind extends BoundedIdentity>(
  kind: IdentityKind<Key, Kind>,
): Handler<Key & { PermissionsBoundary: string | undefined }, Record<string, never>> {
  return ({ world, account }, input) => {
    const identity = getIdentity(kind, account, input);
    const { PermissionsBoundary: policyArn = "" } = input;
    checkBoundary(world, policyArn);
    identity.permissionsBoundaryArn = policyArn;
    return {};
  };
}

/** DeleteRolePermissionsBoundary and DeleteUserPermissionsBoundary. */
export function deletePermissionsBoundary<Key, Kind extends BoundedIdentity>(
  kind: IdentityKind<Key, Kind>,
): Handler<Key, Record<string, never>> {
  return ({ account }, input) => {
    const identity = getIdentity(kind, account, input);
    if (identity.permissionsBoundaryArn === undefined) {
      throw noSuchEntity(`The ${kind.noun} with name ${kind.nameOf(identity)} has no permissions boundary.`);
    }
    delete identity.permissionsBoundaryArn;
    return {};
  };
}
