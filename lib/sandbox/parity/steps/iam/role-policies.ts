import { iam, type Step } from "../../step";

const allow = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });

/** Inline policies and boundaries of a role, and what must go before a role can. */
export const rolePolicySteps: readonly Step[] = [
  iam("PutRolePolicy", { RoleName: "orders", PolicyName: "queue", PolicyDocument: allow("sqs:SendMessage") }),
  iam("PutRolePolicy", {
    RoleName: "orders",
    PolicyName: "table",
    PolicyDocument: allow("dynamodb:GetItem"),
  }),
  iam("PutRolePolicy", { RoleName: "orders", PolicyName: "queue", PolicyDocument: allow("sqs:*") }),
  iam("PutRolePolicy", { RoleName: "absent", PolicyName: "queue", PolicyDocument: allow("sqs:*") }),
  iam("PutRolePolicy", { RoleName: "orders", PolicyName: "broken", PolicyDocument: "not json" }),
  iam("GetRolePolicy", { RoleName: "orders", PolicyName: "queue" }),
  iam("GetRolePolicy", { RoleName: "orders", PolicyName: "absent" }),
  iam("GetRolePolicy", { RoleName: "absent", PolicyName: "queue" }),
  iam("ListRolePolicies", { RoleName: "orders" }),
  iam(
    "ListRolePolicies",
    { RoleName: "orders", MaxItems: 1 },
    { pages: { items: "PolicyNames", token: "Marker" } },
  ),
  iam("ListRolePolicies", { RoleName: "absent" }),
  iam("PutRolePermissionsBoundary", { RoleName: "orders", PermissionsBoundary: "{policy}" }),
  iam("GetRole", { RoleName: "orders" }),
  iam("PutRolePermissionsBoundary", { RoleName: "absent", PermissionsBoundary: "{policy}" }),
  iam("DeleteRolePermissionsBoundary", { RoleName: "orders" }),
  iam("DeleteRolePermissionsBoundary", { RoleName: "absent" }),
  iam("GetRole", { RoleName: "orders" }),
  iam("SimulatePrincipalPolicy", {
    PolicySourceArn: "{ordersArn}",
    ActionNames: ["sqs:SendMessage", "s3:GetObject"],
  }),
  iam("DeleteRole", { RoleName: "orders" }),
  iam("DetachRolePolicy", { RoleName: "orders", PolicyArn: "{policy}" }),
  iam("DeleteRole", { RoleName: "orders" }),
  iam("DeleteRolePolicy", { RoleName: "orders", PolicyName: "queue" }),
  iam("DeleteRolePolicy", { RoleName: "orders", PolicyName: "queue" }),
  iam("DeleteRolePolicy", { RoleName: "orders", PolicyName: "table" }),
  iam("DeleteRolePolicy", { RoleName: "absent", PolicyName: "table" }),
  iam("DeleteRole", { RoleName: "orders" }),
  iam("DeletePolicyVersion", { PolicyArn: "{policy}", VersionId: "v3" }),
  iam("DeletePolicyVersion", { PolicyArn: "{policy}", VersionId: "v2" }),
  iam("DeletePolicyVersion", { PolicyArn: "{policy}", VersionId: "v4" }),
  iam("DeletePolicyVersion", { PolicyArn: "{policy}", VersionId: "v5" }),
  iam("DeletePolicyVersion", { PolicyArn: "{policy}", VersionId: "v6" }),
  iam("DeletePolicy", { PolicyArn: "{policy}" }),
  iam("GetPolicy", { PolicyArn: "{policy}" }),
  iam("DeletePolicy", { PolicyArn: "arn:aws:iam::123456789012:policy/absent" }),
  iam("ListRoles", { PathPrefix: "/parity/" }),
];
