import type { GetRoleCommandInput, GetRoleCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { getKnownRole } from "./get-known-role";
import { toIamRole } from "./to-iam-role";

/** One role, with its permissions boundary. */
export const getRole: Handler<GetRoleCommandInput, Answer<GetRoleCommandOutput>> = ({ account }, input) => {
  const role = getKnownRole(account, input.RoleName);
  const boundary = role.permissionsBoundaryArn;
  return {
    Role: {
      ...toIamRole(role),
      ...(boundary === undefined
        ? {}
        : {
            PermissionsBoundary: {
              PermissionsBoundaryType: "PermissionsBoundaryPolicy",
              PermissionsBoundaryArn: boundary,
            },
          }),
    },
  };
};
