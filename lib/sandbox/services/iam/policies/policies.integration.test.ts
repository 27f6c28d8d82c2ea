import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DetachRolePolicyCommand,
  GetAccountSummaryCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  IAMClient,
  ListEntitiesForPolicyCommand,
  ListPoliciesCommand,
  ListPolicyTagsCommand,
  ListPolicyVersionsCommand,
  SetDefaultPolicyVersionCommand,
  SimulatePrincipalPolicyCommand,
  TagPolicyCommand,
  UntagPolicyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const PolicyArn = "arn:aws:iam::123456789012:policy/interfaces";
const RoleName = "lambda-basic-role";

function allow(action: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: action, Resource: "*" }],
  });
}

let sandbox: TestSandbox;
let iam: IAMClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  iam = new IAMClient(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

async function decide(action: string): Promise<string | undefined> {
  const answer = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: `arn:aws:iam::123456789012:role/service-role/${RoleName}`,
      ActionNames: [action],
    }),
  );
  return answer.EvaluationResults?.[0]?.EvalDecision;
}

describe("a customer managed policy", () => {
  it("is made, tagged and listed", async () => {
    const input = { PolicyName: "interfaces", PolicyDocument: allow("ec2:CreateNetworkInterface") };
    const { Policy } = await iam.send(new CreatePolicyCommand({ ...input, Description: "For functions" }));
    expect(Policy).toMatchObject({ Arn: PolicyArn, DefaultVersionId: "v1", AttachmentCount: 0 });
    await expect(iam.send(new CreatePolicyCommand(input))).rejects.toMatchObject({
      name: "EntityAlreadyExistsException",
      message: "A policy called interfaces already exists. Duplicate names are not allowed.",
    });
    await iam.send(
      new TagPolicyCommand({
        PolicyArn,
        Tags: [
          { Key: "a", Value: "b" },
          { Key: "c", Value: "d" },
        ],
      }),
    );
    await iam.send(new UntagPolicyCommand({ PolicyArn, TagKeys: ["c"] }));
    expect((await iam.send(new ListPolicyTagsCommand({ PolicyArn }))).Tags).toEqual([
      { Key: "a", Value: "b" },
    ]);
    const got = await iam.send(new GetPolicyCommand({ PolicyArn }));
    expect(got.Policy).toMatchObject({ Description: "For functions", Tags: [{ Key: "a", Value: "b" }] });
    const local = await iam.send(new ListPoliciesCommand({ Scope: "Local" }));
    expect(local.Policies?.map((policy) => policy.Arn)).toEqual([PolicyArn]);
    const attached = await iam.send(new ListPoliciesCommand({ Scope: "AWS", OnlyAttached: true }));
    expect(attached.Policies?.map((policy) => policy.PolicyName)).toEqual([
      "AWSLambdaBasicExecutionRole",
      "AWSLambdaVPCAccessExecutionRole",
      "AdministratorAccess",
    ]);
  });

  it("gives its holders the rights of the version in force", async () => {
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    expect(await decide("ec2:CreateNetworkInterface")).toBe("allowed");
    const { PolicyVersion } = await iam.send(
      new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: allow("ec2:DeleteNetworkInterface") }),
    );
    expect(PolicyVersion).toMatchObject({ VersionId: "v2", IsDefaultVersion: false });
    expect(await decide("ec2:DeleteNetworkInterface")).toBe("implicitDeny");
    await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: "v2" }));
    expect(await decide("ec2:DeleteNetworkInterface")).toBe("allowed");
    const { Versions } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
    expect(Versions?.map((version) => [version.VersionId, version.IsDefaultVersion])).toEqual([
      ["v2", true],
      ["v1", false],
    ]);
    const got = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: "v1" }));
    expect(decodeURIComponent(got.PolicyVersion?.Document ?? "")).toContain("ec2:CreateNetworkInterface");
    const entities = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn }));
    expect(entities).toMatchObject({ PolicyRoles: [{ RoleName }], PolicyUsers: [], PolicyGroups: [] });
    expect(
      (await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn, EntityFilter: "User" }))).PolicyRoles,
    ).toEqual([]);
  });

  it("has five versions at most, whose numbers are not given again", async () => {
    const create = (SetAsDefault = false) =>
      iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: allow("ec2:*"), SetAsDefault }));
    for (const expected of ["v3", "v4", "v5"]) {
      expect((await create()).PolicyVersion?.VersionId).toBe(expected);
    }
    await expect(create()).rejects.toMatchObject({
      name: "LimitExceededException",
      message: expect.stringContaining("can have up to 5 versions") as unknown,
      $metadata: { httpStatusCode: 409 },
    });
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: "v5" }));
    expect((await create(true)).PolicyVersion).toMatchObject({ VersionId: "v6", IsDefaultVersion: true });
    await expect(iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: "v6" }))).rejects.toThrow(
      "Cannot delete the default version of a policy.",
    );
    await expect(iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: "v5" }))).rejects.toMatchObject(
      { name: "NoSuchEntityException" },
    );
    await expect(iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: "five" }))).rejects.toThrow(
      "Member must satisfy regular expression pattern",
    );
  });

  it("goes when nobody has it and one version is left", async () => {
    const remove = () => iam.send(new DeletePolicyCommand({ PolicyArn }));
    await expect(remove()).rejects.toMatchObject({
      name: "DeleteConflictException",
      message: "Cannot delete a policy attached to entities.",
    });
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
    await expect(remove()).rejects.toThrow("This policy has more than one version.");
    for (const VersionId of ["v1", "v2", "v3", "v4"]) {
      await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
    }
    const before = await iam.send(new GetAccountSummaryCommand({}));
    expect(before.SummaryMap).toMatchObject({ Policies: 1, Roles: 4, Users: 3 });
    await remove();
    await expect(iam.send(new GetPolicyCommand({ PolicyArn }))).rejects.toMatchObject({
      name: "NoSuchEntityException",
      message: `Policy ${PolicyArn} was not found.`,
    });
  });

  it("is refused when it is too long, and AWS's own cannot be changed", async () => {
    const long = allow(`s3:${"x".repeat(6200)}`);
    await expect(
      iam.send(new CreatePolicyCommand({ PolicyName: "long", PolicyDocument: long })),
    ).rejects.toThrow("Cannot exceed quota for PolicySize: 6144");
    await expect(
      iam.send(new DeletePolicyCommand({ PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" })),
    ).rejects.toMatchObject({ name: "AccessDenied", $metadata: { httpStatusCode: 403 } });
    await expect(
      iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: "arn:aws:iam::123456789012:policy/none" })),
    ).rejects.toMatchObject({ name: "NoSuchEntityException" });
  });
});
