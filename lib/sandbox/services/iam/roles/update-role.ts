import type {
  UpdateAssumeRolePolicyCommandInput,
  UpdateRoleCommandInput,
  UpdateRoleDescriptionCommandInput,
  UpdateRoleDescriptionCommandOutput,
} from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { checkTrustPolicy } from "../documents/check-policy-document";
import { getIdentity, ROLES } from "../identities/identity-kind";
import { checkDescription, checkSessionDuration } from "./check-role-members";
import { checkTrustedPrincipals } from "./check-trusted-principals";
import { toDetailedRole } from "./to-iam-role";

/** Changes a role's description and the longest session, each where it is given. */
export const updateRole: Handler<UpdateRoleCommandInput, Record<string, never>> = ({ account }, input) => {
  const role = getIdentity(ROLES, account, input);
  checkDescription(input.Description);
  checkSessionDuration(input.MaxSessionDuration);
  if (input.Description !== undefined) role.description = input.Description;
  if (input.MaxSessionDuration !== undefined) role.maxSessionDuration = input.MaxSessionDuration;
  return {};
};

/** The older way to change a description; answers the role. */
export const updateRoleDescription: Handler<
  UpdateRoleDescriptionCommandInput,
  Answer<UpdateRoleDescriptionCommandOutput>
> = ({ account }, input) => {
  const role = getIdentity(ROLES, account, input);
  checkDescription(input.Description);
  role.description = input.Description ?? "";
  return { Role: toDetailedRole(role) };
};

/** Replaces a role's trust policy. */
export const updateAssumeRolePolicy: Handler<UpdateAssumeRolePolicyCommandInput, Record<string, never>> = (
  { world, account },
  input,
) => {
  const role = getIdentity(ROLES, account, input);
  const { PolicyDocument: document = "" } = input;
  checkTrustPolicy(document);
  checkTrustedPrincipals(world, document);
  role.assumeRolePolicyDocument = document;
  return {};
};
