import type { ListUsersCommandInput, ListUsersCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { byName, pageOf } from "../iam-page";
import { toIamUser } from "./to-iam-user";

/** The users under a path, by name. */
export const listUsers: Handler<ListUsersCommandInput, Answer<ListUsersCommandOutput>> = (
  { account },
  input,
) => {
  const users = account.users.filter((user) => user.path.startsWith(input.PathPrefix ?? "/"));
  const { items, rest } = pageOf(
    byName(users, (user) => user.userName),
    input,
  );
  return { Users: items.map(toIamUser), ...rest };
};
