import type { CreateRoleCommandInput, CreateRoleCommandOutput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { Role } from "../../../world/world";
import { toIamRole } from "./to-iam-role";

function checkDocument(document: string): void {
  try {
    JSON.parse(document);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AwsError("MalformedPolicyDocument", "This policy contains invalid Json");
  }
}

/** Makes a role without any policy. Its tags are not kept. */
export const createRole: Handler<CreateRoleCommandInput, Answer<CreateRoleCommandOutput>> = (
  { account, accountId, clock, ids },
  input,
) => {
  const { RoleName: roleName = "", Path: path = "/", AssumeRolePolicyDocument: document = "" } = input;
  if (!/^[\w+=,.@-]{1,64}$/.test(roleName)) {
    throw new AwsError(
      "ValidationError",
      "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-",
    );
  }
  checkDocument(document);
  if (account.roles.some((role) => role.roleName.toLowerCase() === roleName.toLowerCase())) {
    throw new AwsError("EntityAlreadyExists", `Role with name ${roleName} already exists.`, {
      httpStatus: 409,
    });
  }
  const role: Role = {
    roleName,
    roleId: `AROA${ids.id("role").slice(-17).toUpperCase()}`,
    arn: `arn:aws:iam::${accountId}:role${path}${roleName}`,
    path,
    createdAt: new Date(clock.now()),
    assumeRolePolicyDocument: document,
    attachedPolicies: [],
    inlinePolicies: {},
    ...(input.PermissionsBoundary === undefined ? {} : { permissionsBoundaryArn: input.PermissionsBoundary }),
  };
  account.roles.push(role);
  return { Role: toIamRole(role) };
};
