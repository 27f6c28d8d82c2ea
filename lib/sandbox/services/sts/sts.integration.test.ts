import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  CreateRoleCommand,
  GetRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import {
  AssumeRoleCommand,
  GetAccessKeyInfoCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
  type AssumeRoleRequest,
  type Credentials,
} from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccountWorld } from "@/lib/sandbox/world/create-world";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const HOME = "123456789012";
const OTHER = "210987654321";
const READER = `arn:aws:iam::${HOME}:role/reader`;
const ABROAD = `arn:aws:iam::${OTHER}:role/abroad`;

function policy(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}
const trust = (principal: string, rest: object = {}) =>
  policy({ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole", ...rest });
const READ = policy({ Effect: "Allow", Action: ["ec2:Describe*", "sts:AssumeRole"], Resource: "*" });

let sandbox: TestSandbox;
let iam: IAMClient;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  iam = new IAMClient(sandbox.clientConfig());
  sandbox.world.accounts[OTHER] = createAccountWorld(OTHER, "Other");
  sandbox.world.accounts[OTHER].roles.push({
    roleName: "abroad",
    roleId: "AROAABROADABROADABROA",
    arn: ABROAD,
    path: "/",
    createdAt: new Date(),
    assumeRolePolicyDocument: trust(HOME, { Condition: { StringEquals: { "sts:ExternalId": "42" } } }),
    attachedPolicies: [],
    inlinePolicies: { read: READ },
  });
  await iam.send(
    new CreateRoleCommand({
      RoleName: "reader",
      AssumeRolePolicyDocument: trust(`arn:aws:iam::${HOME}:root`),
    }),
  );
  await iam.send(new PutRolePolicyCommand({ RoleName: "reader", PolicyName: "read", PolicyDocument: READ }));
});
afterAll(() => sandbox.close());

function config(credentials: Credentials | undefined) {
  return {
    ...sandbox.clientConfig(),
    credentials: {
      accessKeyId: credentials?.AccessKeyId ?? "",
      secretAccessKey: credentials?.SecretAccessKey ?? "",
      sessionToken: credentials?.SessionToken ?? "",
    },
  };
}

function assume(input: Partial<AssumeRoleRequest>, sts = new STSClient(sandbox.clientConfig())) {
  return sts.send(new AssumeRoleCommand({ RoleArn: READER, RoleSessionName: "test", ...input }));
}

const describeVpcs = (credentials: Credentials | undefined) =>
  new EC2Client(config(credentials)).send(new DescribeVpcsCommand({}));

describe("AssumeRole", () => {
  it("gives keys that call as the session, until they expire on the sandbox's clock", async () => {
    const { Credentials: keys, AssumedRoleUser } = await assume({ DurationSeconds: 900 });
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: "reader" }));
    const Arn = `arn:aws:sts::${HOME}:assumed-role/reader/test`;
    expect(AssumedRoleUser).toEqual({ Arn, AssumedRoleId: `${Role?.RoleId ?? ""}:test` });
    expect(Role?.RoleLastUsed?.Region).toBe("eu-west-1");
    expect(keys?.AccessKeyId).toMatch(/^ASIA[0-9A-F]{16}$/);
    const sts = new STSClient(config(keys));
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: HOME,
      Arn,
      UserId: `${Role?.RoleId ?? ""}:test`,
    });
    await expect(describeVpcs(keys)).resolves.toMatchObject({ Vpcs: [] });
    await expect(sts.send(new GetAccessKeyInfoCommand({ AccessKeyId: keys?.AccessKeyId }))).rejects.toThrow(
      `User: ${Arn} is not authorized to perform: sts:GetAccessKeyInfo`,
    );
    await expect(assume({ DurationSeconds: 7200 }, sts)).rejects.toThrow("role chaining");
    await sandbox.control("POST", "advance", { seconds: 901 });
    await expect(describeVpcs(keys)).rejects.toMatchObject({ name: "RequestExpired" });
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "ExpiredToken",
    });
  });

  it("holds the session to a policy given with it", async () => {
    const Policy = policy({ Effect: "Allow", Action: "s3:*", Resource: "*" });
    const { Credentials: keys } = await assume({ Policy });
    await expect(describeVpcs(keys)).rejects.toThrow(
      "because no session policy allows the ec2:DescribeVpcs action",
    );
    await expect(assume({ Policy: "{" })).rejects.toMatchObject({ name: "MalformedPolicyDocumentException" });
  });

  it("needs the caller's own right where the role trusts its account", async () => {
    await expect(assume({}, new STSClient(sandbox.clientConfig("readOnly")))).rejects.toMatchObject({
      name: "AccessDenied",
      message: `User: arn:aws:iam::${HOME}:user/read-only is not authorized to perform: sts:AssumeRole on resource: ${READER} because no identity-based policy allows the sts:AssumeRole action`,
      $metadata: { httpStatusCode: 403 },
    });
    const PolicyDocument = trust(`arn:aws:iam::${HOME}:user/read-only`);
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: "reader", PolicyDocument }));
    await expect(assume({}, new STSClient(sandbox.clientConfig("readOnly")))).resolves.toBeDefined();
    await expect(assume({})).rejects.toMatchObject({
      name: "AccessDenied",
      message: `User: arn:aws:iam::${HOME}:user/admin is not authorized to perform: sts:AssumeRole on resource: ${READER}`,
    });
  });

  it("crosses accounts where both sides agree, the external id included", async () => {
    await expect(assume({ RoleArn: ABROAD })).rejects.toMatchObject({ name: "AccessDenied" });
    const { Credentials: keys } = await assume({ RoleArn: ABROAD, ExternalId: "42" });
    const who = await new STSClient(config(keys)).send(new GetCallerIdentityCommand({}));
    expect(who).toMatchObject({ Account: OTHER, Arn: `arn:aws:sts::${OTHER}:assumed-role/abroad/test` });
    const readOnly = new STSClient(sandbox.clientConfig("readOnly"));
    await expect(assume({ RoleArn: ABROAD, ExternalId: "42" }, readOnly)).rejects.toThrow(
      "no identity-based policy allows the sts:AssumeRole action",
    );
  });

  it.each([
    [{ RoleArn: "arn:aws:iam::123456789012:user/kim" }, "is invalid"],
    [{ RoleSessionName: "a b" }, "roleSessionName"],
    [{ RoleSessionName: "a" }, "greater than or equal to 2"],
    [{ DurationSeconds: 60 }, "greater than or equal to 900"],
    [{ RoleArn: ABROAD, ExternalId: "42", DurationSeconds: 7200 }, "MaxSessionDuration set for this role"],
  ])("refuses %j", async (input, message) => {
    await expect(assume(input)).rejects.toMatchObject({
      name: "ValidationError",
      message: expect.stringContaining(message) as unknown,
    });
  });

  it("refuses a role that does not exist, and a root user", async () => {
    await expect(assume({ RoleArn: `${READER}-2` })).rejects.toMatchObject({ name: "AccessDenied" });
    const root = new STSClient(
      config({
        AccessKeyId: "AKIAANYBODYATALL0000",
        SecretAccessKey: "x",
        SessionToken: "",
        Expiration: new Date(),
      }),
    );
    await expect(assume({}, root)).rejects.toThrow("Roles may not be assumed by root accounts.");
  });
});

describe("STS", () => {
  it("tells the account of a key", async () => {
    const sts = new STSClient(sandbox.clientConfig());
    const { Account } = await sts.send(new GetAccessKeyInfoCommand({ AccessKeyId: "AKIAMOORINGREADONLY0" }));
    expect(Account).toBe(HOME);
    await expect(sts.send(new GetAccessKeyInfoCommand({ AccessKeyId: "AKIA" }))).rejects.toMatchObject({
      name: "ValidationError",
    });
  });

  it("gives a user temporary keys of the same rights", async () => {
    const sts = new STSClient(sandbox.clientConfig("readOnly"));
    const { Credentials: keys } = await sts.send(new GetSessionTokenCommand({}));
    const who = await new STSClient(config(keys)).send(new GetCallerIdentityCommand({}));
    expect(who.Arn).toBe(`arn:aws:iam::${HOME}:user/read-only`);
    await expect(describeVpcs(keys)).resolves.toMatchObject({ Vpcs: [] });
    await expect(new STSClient(config(keys)).send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
      name: "AccessDenied",
    });
    await expect(sts.send(new GetSessionTokenCommand({ DurationSeconds: 1 }))).rejects.toMatchObject({
      name: "ValidationError",
    });
  });

  it("knows no temporary key that it did not give out", async () => {
    const keys = {
      AccessKeyId: "ASIANOBODYGAVETHIS00",
      SecretAccessKey: "x",
      SessionToken: "x",
      Expiration: new Date(),
    };
    await expect(new STSClient(config(keys)).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "InvalidClientTokenId",
    });
  });
});
