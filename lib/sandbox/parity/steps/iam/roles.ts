import { iam, type Step } from "../../step";

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const create = (RoleName: string) =>
  iam("CreateRole", { RoleName, Path: "/parity/", AssumeRolePolicyDocument: trust });

/** Roles: made, paged, changed, tagged, refused. */
export const roleSteps: readonly Step[] = [
  iam(
    "CreateRole",
    {
      RoleName: "orders",
      AssumeRolePolicyDocument: trust,
      Description: "of the orders function",
      MaxSessionDuration: 7200,
      Tags: [{ Key: "Stage", Value: "test" }],
    },
    { save: { ordersArn: "Role.Arn" } },
  ),
  iam("GetRole", { RoleName: "orders" }),
  create("role-1"),
  create("role-2"),
  create("role-3"),
  create("role-4"),
  create("role-5"),
  iam("CreateRole", { RoleName: "orders", AssumeRolePolicyDocument: trust }),
  iam("GetRole", { RoleName: "absent" }),
  iam("ListRoles", { PathPrefix: "/parity/" }),
  iam("ListRoles", { PathPrefix: "/nobody/" }),
  iam("ListRoles", { PathPrefix: "/parity/", MaxItems: 2 }, { pages: { items: "Roles", token: "Marker" } }),
  iam("ListRoles", { PathPrefix: "/parity/", MaxItems: 1 }, { pages: { items: "Roles", token: "Marker" } }),
  iam("ListRoles", { PathPrefix: "/parity/", MaxItems: 100 }),
  iam("UpdateRole", { RoleName: "orders", Description: "of all orders", MaxSessionDuration: 3600 }),
  iam("UpdateRole", { RoleName: "absent", Description: "x" }),
  iam("GetRole", { RoleName: "orders" }),
  iam("UpdateAssumeRolePolicy", {
    RoleName: "role-1",
    PolicyDocument: trust.replace("lambda", "ec2"),
  }),
  iam("UpdateAssumeRolePolicy", { RoleName: "absent", PolicyDocument: trust }),
  iam("GetRole", { RoleName: "role-1" }),
  iam("ListRoleTags", { RoleName: "orders" }),
  iam("TagRole", { RoleName: "orders", Tags: [{ Key: "Owner", Value: "shop" }] }),
  iam("TagRole", { RoleName: "absent", Tags: [{ Key: "Owner", Value: "shop" }] }),
  iam("ListRoleTags", { RoleName: "orders" }),
  iam("UntagRole", { RoleName: "orders", TagKeys: ["Stage"] }),
  iam("ListRoleTags", { RoleName: "orders" }),
  iam("ListRoleTags", { RoleName: "absent" }),
  iam("DeleteRole", { RoleName: "role-5" }),
  iam("DeleteRole", { RoleName: "role-5" }),
  iam("ListRoles", { PathPrefix: "/parity/" }),
];
