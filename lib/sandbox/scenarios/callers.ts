import { getAccount } from "../world/find-account";
import type { World } from "../world/world";

/** Access keys that every scenario knows; any secret goes with them. Any other key is the account's root. */
export const ACCESS_KEYS = {
  admin: "AKIAMOORINGADMIN0000",
  operator: "AKIAMOORINGOPERATOR0",
  readOnly: "AKIAMOORINGREADONLY0",
  expired: "AKIAMOORINGEXPIRED00",
} as const;

const READ_ACTIONS = [
  "ec2:Describe*",
  "ec2:Get*",
  "ec2:Search*",
  "lambda:Get*",
  "lambda:List*",
  "iam:Get*",
  "iam:List*",
  "iam:SimulatePrincipalPolicy",
  "rds:Describe*",
  "elasticache:Describe*",
  "sts:GetCallerIdentity",
];

const OPERATE_ACTIONS = [
  "lambda:CreateFunction",
  "lambda:DeleteFunction",
  "lambda:InvokeFunction",
  "lambda:PublishVersion",
  "lambda:TagResource",
  "lambda:UntagResource",
  "lambda:UpdateFunctionCode",
  "lambda:UpdateFunctionConfiguration",
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:DetachRolePolicy",
  "iam:PassRole",
];

function allow(actions: readonly string[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
  });
}

/** Gives a world its users and their access keys. */
export function addCallers(world: World): void {
  const accountId = world.homeAccountId;
  const user = (userName: string, policyDocuments?: string[]) => ({
    userName,
    arn: `arn:aws:iam::${accountId}:user/${userName}`,
    ...(policyDocuments === undefined ? {} : { policyDocuments }),
  });
  getAccount(world, accountId).users.push(
    user("admin"),
    user("operator", [allow(READ_ACTIONS), allow(OPERATE_ACTIONS)]),
    user("read-only", [allow(READ_ACTIONS)]),
  );
  Object.assign(world.accessKeys, {
    [ACCESS_KEYS.admin]: { accountId, userName: "admin" },
    [ACCESS_KEYS.operator]: { accountId, userName: "operator" },
    [ACCESS_KEYS.readOnly]: { accountId, userName: "read-only" },
    [ACCESS_KEYS.expired]: { accountId, userName: "admin", isExpired: true },
  });
}
