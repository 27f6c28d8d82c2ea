import type { GetRoleCommandInput, GetRoleCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { getIdentity, ROLES } from "../identities/identity-kind";
import { toDetailedRole } from "./to-iam-role";

/** One role, with its permissions boundary and tags. */
export const getRole: Handler<GetRoleCommandInput, Answer<GetRoleCommandOutput>> = ({ account }, input) => ({
  Role: toDetailedRole(getIdentity(ROLES, account, input)),
});
