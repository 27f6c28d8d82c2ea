import type { ListRolesCommandInput, ListRolesCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { IAM_MARKER, paginateByMarker } from "../../paginate-by-marker";
import { toIamRole } from "./to-iam-role";

/** The roles under a path, by name. */
export const listRoles: Handler<ListRolesCommandInput, Answer<ListRolesCommandOutput>> = (
  { account },
  input,
) => {
  const roles = account.roles
    .filter((role) => role.path.startsWith(input.PathPrefix ?? "/"))
    .toSorted((a, b) => (a.roleName < b.roleName ? -1 : 1));
  const { items, marker } = paginateByMarker(
    roles,
    { marker: input.Marker, size: input.MaxItems },
    IAM_MARKER,
  );
  return { Roles: items.map(toIamRole), IsTruncated: marker !== undefined, Marker: marker };
};
