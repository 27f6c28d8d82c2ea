import {
  CreateRoleCommand,
  IAMClient,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  SimulateCustomPolicyCommand,
  SimulatePrincipalPolicyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addOtherAccount } from "@/lib/testing/add-other-account";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

function policy(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
const allow = (Action: string) => ({ Effect: "Allow", Action, Resource: "*" });

let sandbox: TestSandbox;
let iam: IAMClient;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  iam = new IAMClient(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

describe("SimulatePrincipalPolicy", () => {
  it("judges a role by its policies and boundary, and names the inline policy", async () => {
    const trust = policy({
      Effect: "Allow",
      Principal: { Service: "lambda.amazonaws.com" },
      Action: "sts:AssumeRole",
    });
    const RoleName = "worker";
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
    await iam.send(
      new PutRolePolicyCommand({ RoleName, PolicyName: "eni", PolicyDocument: policy(allow("ec2:*")) }),
    );
    const ask = async () =>
      (
        await iam.send(
          new SimulatePrincipalPolicyCommand({
            PolicySourceArn: "arn:aws:iam::123456789012:role/worker",
            ActionNames: ["ec2:CreateNetworkInterface"],
          }),
        )
      ).EvaluationResults?.[0];
    expect(await ask()).toMatchObject({
      EvalDecision: "allowed",
      MatchedStatements: [{ SourcePolicyId: "role_worker_eni" }],
    });
    const PermissionsBoundary = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary }));
    expect(await ask()).toMatchObject({
      EvalDecision: "implicitDeny",
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    });
    await expect(
      iam.send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: "arn:aws:iam::123456789012:role/none",
          ActionNames: ["s3:GetObject"],
        }),
      ),
    ).rejects.toMatchObject({ name: "NoSuchEntityException" });
  });

  it("says what the organization decides where the account is in one", async () => {
    const ask = async (accountId: string) => {
      const PolicySourceArn = `arn:aws:iam::${accountId}:user/admin`;
      const input = { PolicySourceArn, ActionNames: ["ec2:DescribeVpcs"] };
      const { EvaluationResults } = await iam.send(new SimulatePrincipalPolicyCommand(input));
      return EvaluationResults?.[0];
    };
    const home = sandbox.world.homeAccountId;
    expect(await ask(home)).not.toHaveProperty("OrganizationsDecisionDetail");
    addOtherAccount(sandbox.world);
    expect(await ask(home)).toMatchObject({
      EvalDecision: "allowed",
      OrganizationsDecisionDetail: { AllowedByOrganizations: true },
    });
    const custom = await iam.send(
      new SimulateCustomPolicyCommand({
        PolicyInputList: [policy(allow("ec2:*"))],
        ActionNames: ["ec2:DescribeVpcs"],
      }),
    );
    expect(custom.EvaluationResults?.[0]).not.toHaveProperty("OrganizationsDecisionDetail");
  });
});
