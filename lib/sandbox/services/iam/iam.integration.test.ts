import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DetachRolePolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  paginateListRoles,
  SimulatePrincipalPolicyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const VPC_POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

let sandbox: TestSandbox;
let iam: IAMClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  iam = new IAMClient({ ...sandbox.clientConfig(), region: "us-east-1" });
});
afterAll(() => sandbox.close());

async function decide(roleName: string, actions: string[]): Promise<Record<string, string>> {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: roleName }));
  const answer = await iam.send(
    new SimulatePrincipalPolicyCommand({ PolicySourceArn: Role?.Arn, ActionNames: actions }),
  );
  const results = answer.EvaluationResults ?? [];
  return Object.fromEntries(
    results.map((result) => [result.EvalActionName ?? "", result.EvalDecision ?? ""]),
  );
}

describe("IAM, through the real SDK", () => {
  it("gives a role with its trust document percent-encoded and its date", async () => {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: "lambda-vpc-role" }));
    expect(Role?.CreateDate).toEqual(new Date("2025-03-14T09:26:53Z"));
    expect(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ""))).toMatchObject({
      Statement: [{ Principal: { Service: "lambda.amazonaws.com" } }],
    });
  });

  it("lists roles in pages", async () => {
    const names: string[] = [];
    for await (const page of paginateListRoles({ client: iam, pageSize: 3 }, {})) {
      names.push(...(page.Roles ?? []).map((role) => role.RoleName ?? ""));
    }
    expect(names).toEqual(["lambda-basic-role", "lambda-vpc-role", "legacy-report-role", "payments-role"]);
    const none = await iam.send(new ListRolesCommand({ PathPrefix: "/elsewhere/" }));
    expect(none).toMatchObject({ Roles: [], IsTruncated: false });
  });

  it("gives attached and inline policies and their documents", async () => {
    const RoleName = "payments-role";
    const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    expect(attached.AttachedPolicies?.map((policy) => policy.PolicyName)).toEqual([
      "AWSLambdaBasicExecutionRole",
    ]);
    const inline = await iam.send(new ListRolePoliciesCommand({ RoleName }));
    expect(inline.PolicyNames).toEqual(["network-interfaces"]);
    const document = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: "network-interfaces" }));
    expect(decodeURIComponent(document.PolicyDocument ?? "")).toContain("ec2:CreateNetworkInterface");
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: VPC_POLICY }));
    expect(Policy).toMatchObject({ DefaultVersionId: "v3", AttachmentCount: 1 });
    const version = await iam.send(new GetPolicyVersionCommand({ PolicyArn: VPC_POLICY, VersionId: "v3" }));
    expect(decodeURIComponent(version.PolicyVersion?.Document ?? "")).toContain("ec2:DescribeSubnets");
  });

  it("makes a role and attaches and detaches a policy, which the simulation follows", async () => {
    const { Role } = await iam.send(
      new CreateRoleCommand({ RoleName: "made-by-test", AssumeRolePolicyDocument: TRUST }),
    );
    expect(Role?.Arn).toBe("arn:aws:iam::123456789012:role/made-by-test");
    expect(await decide("made-by-test", ["ec2:CreateNetworkInterface"])).toEqual({
      "ec2:CreateNetworkInterface": "implicitDeny",
    });
    const attachment = { RoleName: "made-by-test", PolicyArn: VPC_POLICY };
    await iam.send(new AttachRolePolicyCommand(attachment));
    expect(await decide("made-by-test", ["ec2:CreateNetworkInterface", "s3:GetObject"])).toEqual({
      "ec2:CreateNetworkInterface": "allowed",
      "s3:GetObject": "implicitDeny",
    });
    await iam.send(new DetachRolePolicyCommand(attachment));
    await expect(iam.send(new DetachRolePolicyCommand(attachment))).rejects.toMatchObject({
      name: "NoSuchEntityException",
    });
  });

  it("answers what does not exist in its own envelope", async () => {
    await expect(iam.send(new GetRoleCommand({ RoleName: "nobody" }))).rejects.toMatchObject({
      name: "NoSuchEntityException",
      message: "The role with name nobody cannot be found.",
      $metadata: { httpStatusCode: 404 },
    });
    await expect(
      iam.send(new CreateRoleCommand({ RoleName: "payments-role", AssumeRolePolicyDocument: TRUST })),
    ).rejects.toMatchObject({ name: "EntityAlreadyExistsException", $metadata: { httpStatusCode: 409 } });
    await expect(
      iam.send(new CreateRoleCommand({ RoleName: "broken", AssumeRolePolicyDocument: "{" })),
    ).rejects.toMatchObject({ name: "MalformedPolicyDocumentException" });
  });
});
