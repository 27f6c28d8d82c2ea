import type {
  CreateGroupCommandInput,
  CreateGroupCommandOutput,
  DeleteGroupCommandInput,
  GetGroupCommandInput,
  GetGroupCommandOutput,
  Group as IamGroup,
  ListGroupsCommandInput,
  ListGroupsCommandOutput,
} from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import type { Group } from "../../../world/iam-world";
import { checkName, checkPath, isTaken, uniqueId } from "../entity-names";
import { deleteConflict, entityAlreadyExists } from "../iam-errors";
import { byName, pageOf } from "../iam-page";
import { getIdentity, GROUPS } from "../identities/identity-kind";
import { toIamUser } from "../users/to-iam-user";

/** A group as IAM answers it. */
export function toIamGroup(group: Group): IamGroup {
  return {
    Path: group.path,
    GroupName: group.groupName,
    GroupId: group.groupId,
    Arn: group.arn,
    CreateDate: group.createdAt,
  };
}

/** Makes a group without members and policies. */
export const createGroup: Handler<CreateGroupCommandInput, Answer<CreateGroupCommandOutput>> = (
  context,
  input,
) => {
  const { account, accountId, clock } = context;
  const { GroupName: groupName = "", Path: path = "/" } = input;
  checkName("groupName", groupName, 128);
  checkPath(path);
  const taken = account.groups.map((group) => group.groupName);
  if (isTaken(taken, groupName)) throw entityAlreadyExists(`Group with name ${groupName} already exists.`);
  const group: Group = {
    groupName,
    groupId: uniqueId(context, "AGPA"),
    arn: `arn:aws:iam::${accountId}:group${path}${groupName}`,
    path,
    createdAt: new Date(clock.now()),
    attachedPolicies: [],
    inlinePolicies: {},
    userNames: [],
  };
  account.groups.push(group);
  return { Group: toIamGroup(group) };
};

/** One group and its members. */
export const getGroup: Handler<GetGroupCommandInput, Answer<GetGroupCommandOutput>> = (
  { account },
  input,
) => {
  const group = getIdentity(GROUPS, account, input);
  const members = account.users.filter((user) => group.userNames.includes(user.userName));
  const { items, rest } = pageOf(members, input);
  return { Group: toIamGroup(group), Users: items.map(toIamUser), ...rest };
};

/** The groups under a path, by name. */
export const listGroups: Handler<ListGroupsCommandInput, Answer<ListGroupsCommandOutput>> = (
  { account },
  input,
) => {
  const groups = account.groups.filter((group) => group.path.startsWith(input.PathPrefix ?? "/"));
  const { items, rest } = pageOf(
    byName(groups, (group) => group.groupName),
    input,
  );
  return { Groups: items.map(toIamGroup), ...rest };
};

/** Deletes a group without members and policies. */
export const deleteGroup: Handler<DeleteGroupCommandInput, Record<string, never>> = ({ account }, input) => {
  const group = getIdentity(GROUPS, account, input);
  if (group.userNames.length > 0) {
    throw deleteConflict("Cannot delete entity, must remove users from group first.");
  }
  if (group.attachedPolicies.length > 0) {
    throw deleteConflict("Cannot delete entity, must detach all policies first.");
  }
  if (Object.keys(group.inlinePolicies).length > 0) {
    throw deleteConflict("Cannot delete entity, must delete policies first.");
  }
  account.groups.splice(account.groups.indexOf(group), 1);
  return {};
};
