import { iam, type Step } from "../../step";

const allow = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });
const absent = "arn:aws:iam::123456789012:policy/absent";
const awsManaged = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

/** Managed policies, their versions, what is attached to whom, inline policies, boundaries. */
export const policySteps: readonly Step[] = [
  iam(
    "CreatePolicy",
    {
      PolicyName: "read-vpcs",
      Path: "/parity/",
      Description: "reads",
      PolicyDocument: allow("ec2:DescribeVpcs"),
      Tags: [{ Key: "Stage", Value: "test" }],
    },
    { save: { policy: "Policy.Arn" } },
  ),
  iam("GetPolicy", { PolicyArn: "{policy}" }),
  iam("CreatePolicy", {
    PolicyName: "read-vpcs",
    Path: "/parity/",
    PolicyDocument: allow("ec2:DescribeVpcs"),
  }),
  iam("CreatePolicy", { PolicyName: "broken", PolicyDocument: "not json" }),
  iam("CreatePolicy", {
    PolicyName: "no-resource",
    PolicyDocument: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "ec2:*" }],
    }),
  }),
  iam("CreatePolicy", {
    PolicyName: "no-vendor",
    PolicyDocument: allow("DescribeVpcs"),
  }),
  iam("GetPolicy", { PolicyArn: absent }),
  iam("GetPolicyVersion", { PolicyArn: "{policy}", VersionId: "v1" }),
  iam("GetPolicyVersion", { PolicyArn: "{policy}", VersionId: "v9" }),
  iam("GetPolicyVersion", { PolicyArn: absent, VersionId: "v1" }),
  iam("CreatePolicyVersion", {
    PolicyArn: "{policy}",
    PolicyDocument: allow("ec2:DescribeSubnets"),
    SetAsDefault: true,
  }),
  iam("CreatePolicyVersion", { PolicyArn: "{policy}", PolicyDocument: allow("ec2:Describe*") }),
  iam("CreatePolicyVersion", { PolicyArn: absent, PolicyDocument: allow("ec2:Describe*") }),
  iam("CreatePolicyVersion", { PolicyArn: "{policy}", PolicyDocument: "not json" }),
  iam("ListPolicyVersions", { PolicyArn: "{policy}" }),
  iam("ListPolicyVersions", { PolicyArn: absent }),
  iam("DeletePolicyVersion", { PolicyArn: "{policy}", VersionId: "v2" }),
  iam("SetDefaultPolicyVersion", { PolicyArn: "{policy}", VersionId: "v3" }),
  iam("SetDefaultPolicyVersion", { PolicyArn: "{policy}", VersionId: "v7" }),
  iam("DeletePolicyVersion", { PolicyArn: "{policy}", VersionId: "v1" }),
  iam("DeletePolicyVersion", { PolicyArn: "{policy}", VersionId: "v1" }),
  iam("CreatePolicyVersion", { PolicyArn: "{policy}", PolicyDocument: allow("ec2:1") }),
  iam("CreatePolicyVersion", { PolicyArn: "{policy}", PolicyDocument: allow("ec2:2") }),
  iam("CreatePolicyVersion", { PolicyArn: "{policy}", PolicyDocument: allow("ec2:3") }),
  iam("CreatePolicyVersion", { PolicyArn: "{policy}", PolicyDocument: allow("ec2:4") }),
  iam("GetPolicy", { PolicyArn: "{policy}" }),
  iam("ListPolicies", { Scope: "Local" }),
  iam("ListPolicies", { Scope: "Local", OnlyAttached: true }),
  iam("ListPolicies", { PathPrefix: "/parity/" }),
  iam("GetPolicy", { PolicyArn: awsManaged }),
  iam("AttachRolePolicy", { RoleName: "orders", PolicyArn: "{policy}" }),
  iam("AttachRolePolicy", { RoleName: "orders", PolicyArn: awsManaged }),
  iam("AttachRolePolicy", { RoleName: "orders", PolicyArn: awsManaged }),
  iam("AttachRolePolicy", { RoleName: "orders", PolicyArn: absent }),
  iam("AttachRolePolicy", { RoleName: "absent", PolicyArn: "{policy}" }),
  iam("ListAttachedRolePolicies", { RoleName: "orders" }),
  iam(
    "ListAttachedRolePolicies",
    { RoleName: "orders", MaxItems: 1 },
    { pages: { items: "AttachedPolicies", token: "Marker" } },
  ),
  iam("ListAttachedRolePolicies", { RoleName: "orders", PathPrefix: "/parity/" }),
  iam("ListAttachedRolePolicies", { RoleName: "absent" }),
  iam("ListPolicies", { Scope: "Local", OnlyAttached: true }),
  iam("ListEntitiesForPolicy", { PolicyArn: "{policy}" }),
  iam("GetPolicy", { PolicyArn: "{policy}" }),
  iam("DetachRolePolicy", { RoleName: "orders", PolicyArn: awsManaged }),
  iam("DetachRolePolicy", { RoleName: "orders", PolicyArn: awsManaged }),
  iam("DetachRolePolicy", { RoleName: "absent", PolicyArn: "{policy}" }),
];
