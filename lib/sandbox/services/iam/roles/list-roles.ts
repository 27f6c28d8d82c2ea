import type { ListRolesCommandInput, ListRolesCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { byName, pageOf } from "../iam-page";
import { toIamRole } from "./to-iam-role";

/** The roles under a path, by name. */
export const listRoles: Handler<ListRolesCommandInput, Answer<ListRolesCommandOutput>> = (
  { account },
  input,
) => {
  const roles = account.roles.filter((role) => role.path.startsWith(input.PathPrefix ?? "/"));
  const { items, rest } = pageOf(
    byName(roles, (role) => role.roleName),
    input,
  );
  return { Roles: items.map(toIamRole), ...rest };
};
