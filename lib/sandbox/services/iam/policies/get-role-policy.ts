import type { GetRolePolicyCommandInput, GetRolePolicyCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { getKnownRole, noSuchEntity } from "../roles/get-known-role";

/** One inline policy of a role. */
export const getRolePolicy: Handler<GetRolePolicyCommandInput, Answer<GetRolePolicyCommandOutput>> = (
  { account },
  input,
) => {
  const role = getKnownRole(account, input.RoleName);
  const name = input.PolicyName ?? "";
  const document = Object.hasOwn(role.inlinePolicies, name) ? role.inlinePolicies[name] : undefined;
  if (document === undefined) throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
  return { RoleName: role.roleName, PolicyName: name, PolicyDocument: encodeURIComponent(document) };
};
