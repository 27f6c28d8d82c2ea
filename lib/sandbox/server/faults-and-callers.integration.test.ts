import { DescribeVpcsCommand, DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";
import {
  DeleteFunctionCommand,
  GetFunctionCommand,
  LambdaClient,
  ListFunctionsCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type SandboxCaller, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.control("DELETE", "faults"));
afterAll(() => sandbox.close());

const ec2 = (caller?: SandboxCaller) => new EC2Client(sandbox.clientConfig(caller));
const lambda = (caller?: SandboxCaller) => new LambdaClient(sandbox.clientConfig(caller));
const iam = (caller?: SandboxCaller) => new IAMClient(sandbox.clientConfig(caller));

describe("faults", () => {
  it("throttle each service in its own way", async () => {
    await sandbox.control("POST", "faults", { kind: "throttle", operation: "*" });
    await expect(ec2().send(new DescribeVpcsCommand({}))).rejects.toMatchObject({
      name: "RequestLimitExceeded",
      $metadata: { httpStatusCode: 503 },
    });
    await expect(lambda().send(new ListFunctionsCommand({}))).rejects.toMatchObject({
      name: "TooManyRequestsException",
      Reason: "CallerRateLimitExceeded",
      retryAfterSeconds: "1",
      $metadata: { httpStatusCode: 429 },
    });
    await expect(iam().send(new ListRolesCommand({}))).rejects.toMatchObject({ name: "Throttling" });
  });

  it("break one operation and leave the others", async () => {
    await sandbox.control("POST", "faults", [{ kind: "server-error", operation: "ec2:DescribeVpcs" }]);
    await expect(ec2().send(new DescribeVpcsCommand({}))).rejects.toMatchObject({
      name: "InternalError",
      $metadata: { httpStatusCode: 500 },
    });
    await expect(ec2().send(new DescribeSubnetsCommand({}))).resolves.toBeDefined();
  });

  it("hit the share of calls that they are set to", async () => {
    const rolls = [0.1, 0.9];
    const other = await startSandbox({ scenario: "empty", random: () => rolls.shift() ?? 0 });
    await other.control("POST", "faults", { kind: "server-error", operation: "ec2:*", rate: 0.5 });
    const client = new EC2Client(other.clientConfig());
    await expect(client.send(new DescribeVpcsCommand({}))).rejects.toMatchObject({ name: "InternalError" });
    await expect(client.send(new DescribeVpcsCommand({}))).resolves.toBeDefined();
    await other.close();
  });

  it("slow calls down", async () => {
    await sandbox.control("POST", "faults", { kind: "latency", operation: "ec2:*", latencyMs: 120 });
    const start = performance.now();
    await ec2().send(new DescribeVpcsCommand({}));
    expect(performance.now() - start).toBeGreaterThan(110);
  });

  it("deny an action in AWS's words", async () => {
    await sandbox.control("POST", "faults", [
      { kind: "deny", operation: "lambda:GetFunction" },
      { kind: "deny", operation: "ec2:DescribeVpcs" },
    ]);
    await expect(lambda().send(new GetFunctionCommand({ FunctionName: "orders-api" }))).rejects.toMatchObject(
      {
        name: "AccessDeniedException",
        message:
          "User: arn:aws:iam::123456789012:user/admin is not authorized to perform: lambda:GetFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:orders-api because no identity-based policy allows the lambda:GetFunction action",
        $metadata: { httpStatusCode: 403 },
      },
    );
    await expect(ec2().send(new DescribeVpcsCommand({ DryRun: true }))).rejects.toMatchObject({
      name: "UnauthorizedOperation",
      $metadata: { httpStatusCode: 403 },
    });
  });

  it("empty a subnet of addresses", async () => {
    const { Subnets } = await ec2().send(new DescribeSubnetsCommand({}));
    const subnetId = Subnets?.[0]?.SubnetId ?? "";
    await sandbox.control("POST", "faults", { kind: "no-free-addresses", subnetId });
    const after = await ec2().send(new DescribeSubnetsCommand({ SubnetIds: [subnetId] }));
    expect(after.Subnets?.[0]?.AvailableIpAddressCount).toBe(0);
  });
});

describe("callers", () => {
  it("with a read-only key read and do not write", async () => {
    await expect(ec2("readOnly").send(new DescribeVpcsCommand({}))).resolves.toBeDefined();
    await expect(
      lambda("readOnly").send(new DeleteFunctionCommand({ FunctionName: "orders-api" })),
    ).rejects.toThrow("user/read-only is not authorized to perform: lambda:DeleteFunction");
  });

  it("need EC2's rights and PassRole to moor a function", async () => {
    const region = sandbox.regionWorld();
    const VpcConfig = {
      SubnetIds: [region.subnets[2]?.SubnetId ?? ""],
      SecurityGroupIds: [
        region.securityGroups.find((group) => group.GroupName === "orders-functions")?.GroupId ?? "",
      ],
    };
    const move = new UpdateFunctionConfigurationCommand({ FunctionName: "orders-api", VpcConfig });
    await sandbox.control("POST", "faults", { kind: "deny", operation: "ec2:DescribeSecurityGroups" });
    await expect(lambda("operator").send(move)).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: `Your access has been denied by EC2, please make sure your request credentials have permission to DescribeSecurityGroups for ${VpcConfig.SecurityGroupIds[0] ?? ""}. EC2 Error Code: UnauthorizedOperation. EC2 Error Message: You are not authorized to perform this operation.`,
    });
    await sandbox.control("POST", "faults", { kind: "deny", operation: "iam:PassRole" });
    const Role = "arn:aws:iam::123456789012:role/service-role/lambda-vpc-role";
    await expect(
      lambda("operator").send(new UpdateFunctionConfigurationCommand({ FunctionName: "orders-api", Role })),
    ).rejects.toThrow(`is not authorized to perform: iam:PassRole on resource: ${Role}`);
  });

  it("with an expired key are told so by each service", async () => {
    await expect(ec2("expired").send(new DescribeVpcsCommand({}))).rejects.toMatchObject({
      name: "RequestExpired",
    });
    await expect(lambda("expired").send(new ListFunctionsCommand({}))).rejects.toMatchObject({
      name: "ExpiredTokenException",
    });
    await expect(iam("expired").send(new ListRolesCommand({}))).rejects.toThrow(
      "The security token included in the request is expired",
    );
  });

  it("with any other key are the account's root", async () => {
    const sts = new STSClient({
      ...sandbox.clientConfig(),
      credentials: { accessKeyId: "AKIAOTHER", secretAccessKey: "x" },
    });
    const answer = await sts.send(new GetCallerIdentityCommand({}));
    expect(answer).toMatchObject({ Account: "123456789012", Arn: "arn:aws:iam::123456789012:root" });
  });
});
