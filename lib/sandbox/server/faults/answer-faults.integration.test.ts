import { DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;
let lambda: LambdaClient;
let iam: IAMClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  ec2 = new EC2Client(sandbox.clientConfig());
  lambda = new LambdaClient(sandbox.clientConfig());
  iam = new IAMClient(sandbox.clientConfig());
});
afterEach(() => sandbox.control("DELETE", "faults"));
afterAll(() => sandbox.close());

const subnets = (NextToken?: string) => ec2.send(new DescribeSubnetsCommand({ MaxResults: 5, NextToken }));

describe("faults of the answer's way", () => {
  it("reset the connection, for the share of calls that they are set to, and leave the others", async () => {
    await sandbox.control("POST", "faults", { kind: "connection-reset", operation: "ec2:DescribeSubnets" });
    await expect(subnets()).rejects.toMatchObject({ code: "ECONNRESET" });
    await expect(ec2.send(new DescribeVpcsCommand({}))).resolves.toBeDefined();
    await sandbox.control("DELETE", "faults");
    await sandbox.control("POST", "faults", { kind: "connection-reset", operation: "*", rate: 0 });
    await expect(subnets()).resolves.toBeDefined();
  });

  it("cut the answer off in its middle", async () => {
    await sandbox.control("POST", "faults", { kind: "truncated-answer", operation: "lambda:ListFunctions" });
    await expect(lambda.send(new ListFunctionsCommand({}))).rejects.toThrow();
    await expect(subnets()).resolves.toBeDefined();
  });

  it("send the body slowly, and whole", async () => {
    await sandbox.control("POST", "faults", { kind: "slow-body", operation: "ec2:*", durationMs: 150 });
    const start = performance.now();
    expect((await subnets()).Subnets).toHaveLength(5);
    expect(performance.now() - start).toBeGreaterThan(140);
  });
});

describe("faults of pages", () => {
  it("repeat the token that was given", async () => {
    const first = await subnets();
    await sandbox.control("POST", "faults", { kind: "repeated-token", operation: "ec2:DescribeSubnets" });
    const second = await subnets(first.NextToken);
    expect(second.NextToken).toBe(first.NextToken);
    expect((await subnets(second.NextToken)).Subnets).toEqual(second.Subnets);
  });

  it("put an empty page with a token before the first, in each service's way", async () => {
    await sandbox.control("POST", "faults", { kind: "empty-page", operation: "*" });
    const empty = await subnets();
    expect(empty.Subnets ?? []).toEqual([]);
    expect((await subnets(empty.NextToken)).Subnets).toHaveLength(5);
    const functions = await lambda.send(new ListFunctionsCommand({}));
    expect(functions.Functions).toEqual([]);
    const next = await lambda.send(new ListFunctionsCommand({ Marker: functions.NextMarker }));
    expect(next.Functions?.length).toBeGreaterThan(0);
    const roles = await iam.send(new ListRolesCommand({}));
    expect(roles).toMatchObject({ Roles: [], IsTruncated: true });
    const nextRoles = await iam.send(new ListRolesCommand({ Marker: roles.Marker }));
    expect(nextRoles.Roles?.length).toBeGreaterThan(0);
  });

  it("leave members out, however deep", async () => {
    await sandbox.control("POST", "faults", {
      kind: "missing-members",
      operation: "ec2:DescribeSubnets",
      members: ["VpcId", "Value"],
    });
    const [subnet] = (await subnets()).Subnets ?? [];
    expect(subnet?.SubnetId).toMatch(/^subnet-/);
    expect(subnet?.VpcId).toBeUndefined();
    expect(subnet?.Tags?.[0]).toEqual({ Key: "Name" });
    // The world itself keeps them.
    expect(sandbox.regionWorld().subnets[0]?.VpcId).toMatch(/^vpc-/);
  });
});
