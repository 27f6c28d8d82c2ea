import type { CreateRoleCommandInput, CreateRoleCommandOutput, Role as IamRole } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import type { Role } from "../../../world/iam-world";
import { checkTrustPolicy } from "../documents/check-policy-document";
import { checkName, checkPath, isTaken, uniqueId } from "../entity-names";
import { entityAlreadyExists } from "../iam-errors";
import { checkBoundary } from "../identities/permissions-boundary";
import { checkTags } from "../identities/tags";
import { checkDescription, checkSessionDuration } from "./check-role-members";
import { checkTrustedPrincipals } from "./check-trusted-principals";
import { toDetailedRole } from "./to-iam-role";

/** The answer to a creation does not say when the role was last used. */
function toCreatedRole(role: Role): IamRole {
  const created = toDetailedRole(role);
  delete created.RoleLastUsed;
  return created;
}

/** Makes a role without any policy. */
export const createRole: Handler<CreateRoleCommandInput, Answer<CreateRoleCommandOutput>> = (
  context,
  input,
) => {
  const { world, account, accountId, clock } = context;
  const { RoleName: roleName = "", Path: path = "/", AssumeRolePolicyDocument: document = "" } = input;
  const { Description: description, MaxSessionDuration: duration, PermissionsBoundary: boundary } = input;
  checkName("roleName", roleName, 64);
  checkPath(path);
  checkDescription(description);
  checkSessionDuration(duration);
  const tags = checkTags(input.Tags ?? []);
  checkTrustPolicy(document);
  checkTrustedPrincipals(world, document);
  if (boundary !== undefined) checkBoundary(world, boundary);
  const taken = account.roles.map((role) => role.roleName);
  if (isTaken(taken, roleName)) throw entityAlreadyExists(`Role with name ${roleName} already exists.`);
  const role: Role = {
    roleName,
    roleId: uniqueId(context, "AROA"),
    arn: `arn:aws:iam::${accountId}:role${path}${roleName}`,
    path,
    createdAt: new Date(clock.now()),
    assumeRolePolicyDocument: document,
    attachedPolicies: [],
    inlinePolicies: {},
    tags,
    ...(description === undefined ? {} : { description }),
    ...(duration === undefined ? {} : { maxSessionDuration: duration }),
    ...(boundary === undefined ? {} : { permissionsBoundaryArn: boundary }),
  };
  account.roles.push(role);
  return { Role: toCreatedRole(role) };
};
