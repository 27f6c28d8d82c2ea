import type { DeleteUserCommandInput } from "@aws-sdk/client-iam";
import type { Handler, HandlerContext } from "../../../handler";
import type { User } from "../../../world/iam-world";
import { deleteConflict } from "../iam-errors";
import { getIdentity, USERS } from "../identities/identity-kind";
import { accessKeysOf } from "./user-access-keys";

function checkDeletable({ world, account }: HandlerContext, user: User): void {
  if (accessKeysOf(world, account.accountId, user.userName).length > 0) {
    throw deleteConflict("Cannot delete entity, must delete access keys first.");
  }
  if (account.groups.some((group) => group.userNames.includes(user.userName))) {
    throw deleteConflict("Cannot delete entity, must remove users from group first.");
  }
  if (user.attachedPolicies.length > 0) {
    throw deleteConflict("Cannot delete entity, must detach all policies first.");
  }
  if (Object.keys(user.inlinePolicies).length > 0) {
    throw deleteConflict("Cannot delete entity, must delete policies first.");
  }
}

/** Deletes a user without keys, groups and policies. */
export const deleteUser: Handler<DeleteUserCommandInput, Record<string, never>> = (context, input) => {
  const { users } = context.account;
  const user = getIdentity(USERS, context.account, input);
  checkDeletable(context, user);
  users.splice(users.indexOf(user), 1);
  return {};
};
