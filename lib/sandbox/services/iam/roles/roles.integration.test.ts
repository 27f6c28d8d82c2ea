import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListRolesCommand,
  ListRoleTagsCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
  UpdateRoleDescriptionCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const RoleName = "worker";
const BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

function trust(principal: object | string, rest: object = {}): string {
  const statement = { Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", ...rest };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

function policy(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

const TRUST = trust({ Service: "lambda.amazonaws.com" });
const LOGS = policy({ Effect: "Allow", Action: "logs:*", Resource: "*" });

let sandbox: TestSandbox;
let iam: IAMClient;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  iam = new IAMClient(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

const get = async () => (await iam.send(new GetRoleCommand({ RoleName }))).Role;

describe("a role's life", () => {
  it("begins with all that it was made with", async () => {
    const { Role } = await iam.send(
      new CreateRoleCommand({
        RoleName,
        Path: "/team/",
        AssumeRolePolicyDocument: TRUST,
        Description: "Works",
        MaxSessionDuration: 7200,
        PermissionsBoundary: BASIC,
        Tags: [{ Key: "team", Value: "shop" }],
      }),
    );
    expect(Role).toMatchObject({
      Arn: "arn:aws:iam::123456789012:role/team/worker",
      RoleId: expect.stringMatching(/^AROA[0-9A-Z]{17}$/) as unknown,
      Tags: [{ Key: "team", Value: "shop" }],
    });
    expect(await get()).toMatchObject({
      Description: "Works",
      MaxSessionDuration: 7200,
      PermissionsBoundary: { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: BASIC },
      RoleLastUsed: {},
    });
    const { Roles = [] } = await iam.send(new ListRolesCommand({ PathPrefix: "/team/" }));
    expect(Roles.map((role) => role.RoleName)).toEqual([RoleName]);
    expect(Roles[0]?.Tags).toBeUndefined();
  });

  it("is changed: description, trust, tags, boundary", async () => {
    await iam.send(new UpdateRoleCommand({ RoleName, Description: "Rests", MaxSessionDuration: 3600 }));
    expect(await get()).toMatchObject({ Description: "Rests", MaxSessionDuration: 3600 });
    await iam.send(new UpdateRoleDescriptionCommand({ RoleName, Description: "Sleeps" }));
    const other = trust({ Service: "ec2.amazonaws.com" });
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: other }));
    const changed = await get();
    expect(changed?.Description).toBe("Sleeps");
    expect(decodeURIComponent(changed?.AssumeRolePolicyDocument ?? "")).toBe(other);
    await iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: "Team", Value: "ops" }] }));
    await iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: "tier", Value: "1" }] }));
    await iam.send(new UntagRoleCommand({ RoleName, TagKeys: ["TIER"] }));
    const { Tags } = await iam.send(new ListRoleTagsCommand({ RoleName }));
    expect(Tags).toEqual([{ Key: "Team", Value: "ops" }]);
    await iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }));
    expect((await get())?.PermissionsBoundary).toBeUndefined();
    await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: BASIC }));
    expect((await get())?.PermissionsBoundary).toMatchObject({ PermissionsBoundaryArn: BASIC });
  });

  it("ends when no policy hangs on it", async () => {
    const named = { RoleName, PolicyName: "logs" };
    await iam.send(new PutRolePolicyCommand({ ...named, PolicyDocument: LOGS }));
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: BASIC }));
    const remove = () => iam.send(new DeleteRoleCommand({ RoleName }));
    await expect(remove()).rejects.toMatchObject({
      name: "DeleteConflictException",
      message: "Cannot delete entity, must detach all policies first.",
      $metadata: { httpStatusCode: 409 },
    });
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: BASIC }));
    await expect(remove()).rejects.toThrow("Cannot delete entity, must delete policies first.");
    await iam.send(new DeleteRolePolicyCommand(named));
    await expect(iam.send(new GetRolePolicyCommand(named))).rejects.toMatchObject({
      name: "NoSuchEntityException",
      message: "The role policy with name logs cannot be found.",
    });
    await remove();
    await expect(get()).rejects.toMatchObject({ name: "NoSuchEntityException" });
    await expect(remove()).rejects.toMatchObject({ name: "NoSuchEntityException" });
  });
});

describe("IAM refuses", () => {
  const create = (input: Partial<ConstructorParameters<typeof CreateRoleCommand>[0]>) =>
    iam.send(new CreateRoleCommand({ RoleName: "other", AssumeRolePolicyDocument: TRUST, ...input }));

  it.each([
    ["a name with a space", { RoleName: "a b" }, "ValidationError", "roleName is invalid"],
    ["a name that is too long", { RoleName: "a".repeat(65) }, "ValidationError", "less than or equal to 64"],
    ["a path without slashes", { Path: "team" }, "ValidationError", "path is invalid"],
    [
      "a session that is too short",
      { MaxSessionDuration: 60 },
      "ValidationError",
      "greater than or equal to 3600",
    ],
    [
      "tags that differ by case only",
      {
        Tags: [
          { Key: "a", Value: "" },
          { Key: "A", Value: "" },
        ],
      },
      "InvalidInputException",
      "Duplicate tag keys found",
    ],
    [
      "a boundary that is no policy",
      { PermissionsBoundary: "arn:aws:iam::123456789012:policy/none" },
      "NoSuchEntityException",
      "does not exist or is not attachable",
    ],
    [
      "a trust policy with a resource",
      { AssumeRolePolicyDocument: trust({ Service: "x.amazonaws.com" }, { Resource: "*" }) },
      "MalformedPolicyDocumentException",
      "Has prohibited field Resource",
    ],
    [
      "a trust policy that names nobody who exists",
      { AssumeRolePolicyDocument: trust({ AWS: "arn:aws:iam::123456789012:user/nobody" }) },
      "MalformedPolicyDocumentException",
      'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:user/nobody"',
    ],
    [
      "a trust policy for another action",
      { AssumeRolePolicyDocument: trust("*", { Action: "s3:GetObject" }) },
      "MalformedPolicyDocumentException",
      "STS AssumeRole actions",
    ],
  ])("%s", async (_what, input, name, message) => {
    await expect(create(input)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message) as unknown,
    });
  });

  it.each([
    ["{", "This policy contains invalid Json"],
    ['{"Version":"2012-10-17","Statement":[]}', "Syntax errors in policy."],
    [policy({ Effect: "Perhaps", Action: "*", Resource: "*" }), "Syntax errors in policy."],
    [policy({ Effect: "Allow", Resource: "*" }), "Policy statement must contain actions."],
    [policy({ Effect: "Allow", Action: "*" }), "Policy statement must contain resources."],
    [policy({ Effect: "Allow", Action: "run", Resource: "*" }), "must be prefaced by a vendor"],
    [policy({ Effect: "Allow", Action: "s3:a:b", Resource: "*" }), "can contain only one colon"],
    [policy({ Effect: "Allow", Action: "s3:*", Resource: "all" }), 'must be in ARN format or "*"'],
    [
      policy({ Effect: "Allow", Action: "s3:*", Resource: "*", Principal: "*" }),
      "should not specify a principal",
    ],
    [
      policy({ Effect: "Allow", Action: "s3:*", Resource: "*", Condition: { Sometimes: {} } }),
      "Syntax errors in policy.",
    ],
  ])("the policy %s", async (document, message) => {
    await create({ RoleName: "holder" }).catch(() => undefined);
    await expect(
      iam.send(new PutRolePolicyCommand({ RoleName: "holder", PolicyName: "p", PolicyDocument: document })),
    ).rejects.toMatchObject({
      name: "MalformedPolicyDocumentException",
      message: expect.stringContaining(message) as unknown,
    });
  });

  it("more inline policy than a role may hold, and more managed ones than ten", async () => {
    await create({ RoleName: "holder" }).catch(() => undefined);
    const long = policy({ Effect: "Allow", Action: `s3:${"x".repeat(10_300)}`, Resource: "*" });
    await expect(
      iam.send(new PutRolePolicyCommand({ RoleName: "holder", PolicyName: "p", PolicyDocument: long })),
    ).rejects.toMatchObject({
      name: "LimitExceededException",
      message: "Maximum policy size of 10240 bytes exceeded for role holder",
    });
    const role = sandbox.world.accounts["123456789012"]?.roles.find(({ roleName }) => roleName === "holder");
    role?.attachedPolicies.push(
      ...Array.from({ length: 10 }, (_unused, index) => ({
        policyName: String(index),
        policyArn: `arn:aws:iam::aws:policy/${String(index)}`,
      })),
    );
    await expect(
      iam.send(new AttachRolePolicyCommand({ RoleName: "holder", PolicyArn: BASIC })),
    ).rejects.toThrow("Cannot exceed quota for PoliciesPerRole: 10");
  });
});
