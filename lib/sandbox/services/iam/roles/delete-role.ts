import type { DeleteRoleCommandInput } from "@aws-sdk/client-iam";
import type { Handler } from "../../../handler";
import { deleteConflict } from "../iam-errors";
import { getIdentity, ROLES } from "../identities/identity-kind";

/** Deletes a role that has no policy any more. A function that runs with it is no obstacle, as on AWS. */
export const deleteRole: Handler<DeleteRoleCommandInput, Record<string, never>> = ({ account }, input) => {
  const role = getIdentity(ROLES, account, input);
  if (role.attachedPolicies.length > 0) {
    throw deleteConflict("Cannot delete entity, must detach all policies first.");
  }
  if (Object.keys(role.inlinePolicies).length > 0) {
    throw deleteConflict("Cannot delete entity, must delete policies first.");
  }
  account.roles.splice(account.roles.indexOf(role), 1);
  return {};
};
