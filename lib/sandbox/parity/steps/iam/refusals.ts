import { iam, type Step } from "../../step";

const statement = (members: object) => JSON.stringify({ Version: "2012-10-17", Statement: [members] });
const trust = statement({
  Effect: "Allow",
  Principal: { Service: "lambda.amazonaws.com" },
  Action: "sts:AssumeRole",
});

/** What IAM refuses and another implementation may let pass, on names that nothing else reads. */
export const iamRefusalSteps: readonly Step[] = [
  iam("CreateRole", { RoleName: "bad-document", AssumeRolePolicyDocument: "not json" }),
  iam("CreateRole", {
    RoleName: "bad-statement",
    AssumeRolePolicyDocument: statement({ Effect: "Perhaps" }),
  }),
  iam("CreateRole", { RoleName: "bad name!", AssumeRolePolicyDocument: trust }),
  iam("CreateRole", { RoleName: "r".repeat(65), AssumeRolePolicyDocument: trust }),
  iam("CreateRole", { RoleName: "bad-path", Path: "no-slashes", AssumeRolePolicyDocument: trust }),
  iam("CreateRole", { RoleName: "short", MaxSessionDuration: 60, AssumeRolePolicyDocument: trust }),
  iam(
    "CreateRole",
    { RoleName: "scratch", AssumeRolePolicyDocument: trust },
    { save: { scratchRole: "Role.RoleId" } },
  ),
  iam(
    "CreatePolicy",
    {
      PolicyName: "scratch",
      PolicyDocument: statement({ Effect: "Allow", Action: "ec2:DescribeVpcs", Resource: "*" }),
    },
    { save: { scratchPolicy: "Policy.Arn" } },
  ),
  iam("AttachRolePolicy", { RoleName: "scratch", PolicyArn: "{scratchPolicy}" }),
  iam("DeletePolicy", { PolicyArn: "{scratchPolicy}" }),
  iam("ListRoles", { MaxItems: 0 }),
];
