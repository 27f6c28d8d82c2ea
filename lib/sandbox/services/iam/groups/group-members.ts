import type {
  AddUserToGroupCommandInput,
  ListGroupsForUserCommandInput,
  ListGroupsForUserCommandOutput,
  RemoveUserFromGroupCommandInput,
} from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { pageOf } from "../iam-page";
import { getIdentity, GROUPS, USERS } from "../identities/identity-kind";
import { toIamGroup } from "./manage-groups";

/** Gives a user the group's policies; adding a member again changes nothing. */
export const addUserToGroup: Handler<AddUserToGroupCommandInput, Record<string, never>> = (
  { account },
  input,
) => {
  const { userName } = getIdentity(USERS, account, input);
  const group = getIdentity(GROUPS, account, input);
  if (!group.userNames.includes(userName)) group.userNames.push(userName);
  return {};
};

/** Takes them away. */
export const removeUserFromGroup: Handler<RemoveUserFromGroupCommandInput, Record<string, never>> = (
  { account },
  input,
) => {
  const { userName } = getIdentity(USERS, account, input);
  const group = getIdentity(GROUPS, account, input);
  group.userNames = group.userNames.filter((member) => member !== userName);
  return {};
};

/** The groups that a user is in. */
export const listGroupsForUser: Handler<
  ListGroupsForUserCommandInput,
  Answer<ListGroupsForUserCommandOutput>
> = ({ account }, input) => {
  const { userName } = getIdentity(USERS, account, input);
  const groups = account.groups.filter((group) => group.userNames.includes(userName));
  const { items, rest } = pageOf(groups, input);
  return { Groups: items.map(toIamGroup), ...rest };
};
