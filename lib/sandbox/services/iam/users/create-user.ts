import type { CreateUserCommandInput, CreateUserCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import type { User } from "../../../world/iam-world";
import { checkName, checkPath, isTaken, uniqueId } from "../entity-names";
import { entityAlreadyExists } from "../iam-errors";
import { checkBoundary } from "../identities/permissions-boundary";
import { checkTags } from "../identities/tags";
import { toDetailedUser } from "./to-iam-user";

/** Makes a user who may do nothing yet, and has no key. */
export const createUser: Handler<CreateUserCommandInput, Answer<CreateUserCommandOutput>> = (
  context,
  input,
) => {
  const { world, account, accountId, clock } = context;
  const { UserName: userName = "", Path: path = "/", PermissionsBoundary: boundary } = input;
  checkName("userName", userName, 64);
  checkPath(path);
  const tags = checkTags(input.Tags ?? []);
  if (boundary !== undefined) checkBoundary(world, boundary);
  const taken = account.users.map((user) => user.userName);
  if (isTaken(taken, userName)) throw entityAlreadyExists(`User with name ${userName} already exists.`);
  const user: User = {
    userName,
    userId: uniqueId(context, "AIDA"),
    arn: `arn:aws:iam::${accountId}:user${path}${userName}`,
    path,
    createdAt: new Date(clock.now()),
    attachedPolicies: [],
    inlinePolicies: {},
    tags,
    ...(boundary === undefined ? {} : { permissionsBoundaryArn: boundary }),
  };
  account.users.push(user);
  return { User: toDetailedUser(user) };
};
