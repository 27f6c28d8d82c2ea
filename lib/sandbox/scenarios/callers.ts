import { getAccount } from "../world/find-account";
import type { User } from "../world/iam-world";
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
  "iam:SimulateCustomPolicy",
  "iam:SimulatePrincipalPolicy",
  "rds:Describe*",
  "elasticache:Describe*",
  "elasticloadbalancing:Describe*",
  "cloudwatch:GetMetricData",
  "cloudwatch:ListMetrics",
  "servicequotas:Get*",
  "servicequotas:List*",
  "organizations:Describe*",
  "organizations:List*",
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

/** What looks, and what changes functions too, as policy documents. */
export const READ_POLICY = allow(READ_ACTIONS);
export const OPERATE_POLICY = allow(OPERATE_ACTIONS);

const ADMINISTRATOR = {
  policyName: "AdministratorAccess",
  policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
};

const CREATED_AT = new Date("2025-03-14T09:26:53Z");

function allow(actions: readonly string[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
  });
}

/** Gives a world its users and their access keys. */
export function addCallers(world: World): void {
  const accountId = world.homeAccountId;
  const user = (userName: string, policies: Pick<User, "attachedPolicies" | "inlinePolicies">): User => ({
    userName,
    userId: `AIDA${userName
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, "")
      .padEnd(17, "0")}`,
    arn: `arn:aws:iam::${accountId}:user/${userName}`,
    path: "/",
    createdAt: CREATED_AT,
    ...policies,
  });
  const inline = (inlinePolicies: Record<string, string>) => ({ attachedPolicies: [], inlinePolicies });
  getAccount(world, accountId).users.push(
    user("admin", { attachedPolicies: [ADMINISTRATOR], inlinePolicies: {} }),
    user("operator", inline({ read: READ_POLICY, operate: OPERATE_POLICY })),
    user("read-only", inline({ read: READ_POLICY })),
  );
  Object.assign(world.accessKeys, {
    [ACCESS_KEYS.admin]: { accountId, userName: "admin" },
    [ACCESS_KEYS.operator]: { accountId, userName: "operator" },
    [ACCESS_KEYS.readOnly]: { accountId, userName: "read-only" },
    [ACCESS_KEYS.expired]: { accountId, userName: "admin", isExpired: true },
  });
}
