import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeNetworkInterfacesCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetAccountSettingsCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  InvokeCommand,
  LambdaClient,
  LambdaServiceException,
  ListAliasesCommand,
  ListTagsCommand,
  ListVersionsByFunctionCommand,
  paginateListFunctions,
  PublishVersionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, withSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { BASIC_ROLE, CONNECTION, createRequest, EMPTY_ZIP, layOutAccount } from "./lambda-world.test-builder";

const ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders";
const FunctionName = "orders";
/** Above the waiters' own minimum of 1 s; at speed 1000 everything has long settled by then. */
const WAIT = { minDelay: 1, maxDelay: 1, maxWaitTime: 20 };

let sandbox: TestSandbox;
let lambda: LambdaClient;
let ec2: EC2Client;
beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  layOutAccount(sandbox.world);
  lambda = new LambdaClient(sandbox.clientConfig());
  ec2 = new EC2Client(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

async function listInterfaces() {
  const Filters = [{ Name: "interface-type", Values: ["lambda"] }];
  const answer = await ec2.send(new DescribeNetworkInterfacesCommand({ Filters }));
  return answer.NetworkInterfaces ?? [];
}

describe("the Lambda SDK against the sandbox", () => {
  it("creates a function and waits until it is active", async () => {
    const created = await lambda.send(new CreateFunctionCommand(createRequest({ Tags: { team: "shop" } })));
    expect(created.$metadata.httpStatusCode).toBe(201);
    expect(created).toMatchObject({ FunctionArn: ARN, State: "Pending", StateReasonCode: "Creating" });
    expect(created.LastUpdateStatus).toBeUndefined();
    const waited = await waitUntilFunctionActiveV2({ client: lambda, ...WAIT }, { FunctionName });
    expect(waited.state).toBe("SUCCESS");
  });

  it("finds it by name, partial ARN, full ARN and qualifier", async () => {
    for (const name of [FunctionName, "123456789012:function:orders", ARN, `${ARN}:$LATEST`]) {
      const found = await lambda.send(new GetFunctionCommand({ FunctionName: name }));
      expect(found.Configuration).toMatchObject({ FunctionName, State: "Active" });
      expect(found.Configuration?.VpcConfig).toBeUndefined();
      expect(found.Tags).toEqual({ team: "shop" });
    }
  });

  it("attaches it: the new VpcConfig at once, InProgress with Creating, then Successful with interfaces", async () => {
    const before = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    const answer = await lambda.send(
      new UpdateFunctionConfigurationCommand({
        FunctionName,
        RevisionId: before.RevisionId,
        VpcConfig: CONNECTION,
      }),
    );
    expect(answer).toMatchObject({
      State: "Active",
      LastUpdateStatus: "InProgress",
      LastUpdateStatusReasonCode: "Creating",
      VpcConfig: { ...CONNECTION, VpcId: "vpc-0main", Ipv6AllowedForDualStack: false },
    });
    const waited = await waitUntilFunctionUpdatedV2({ client: lambda, ...WAIT }, { FunctionName });
    expect(waited.state).toBe("SUCCESS");
    const after = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    expect(after.LastUpdateStatusReason).toBeUndefined();
    expect(new Set([before.RevisionId, answer.RevisionId, after.RevisionId]).size).toBe(3);
    expect(await listInterfaces()).toMatchObject([
      { SubnetId: "subnet-0a", Status: "in-use", RequesterManaged: false, Groups: [{ GroupId: "sg-0app" }] },
      { SubnetId: "subnet-0b", Status: "in-use", Attachment: { InstanceOwnerId: "amazon-aws" } },
    ]);
  });

  it("invokes it, with the tail of its log", async () => {
    const Payload = new TextEncoder().encode("{}");
    const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload, LogType: "Tail" }));
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: "$LATEST" });
    expect(answer.Payload?.transformToString()).toContain("Hello from Lambda!");
    expect(Buffer.from(answer.LogResult ?? "", "base64").toString()).toContain("REPORT RequestId");
    const event = await lambda.send(new InvokeCommand({ FunctionName, InvocationType: "Event" }));
    expect(event.StatusCode).toBe(202);
    const dryRun = await lambda.send(new InvokeCommand({ FunctionName, InvocationType: "DryRun" }));
    expect(dryRun.StatusCode).toBe(204);
  });

  it("updates code and publishes versions", async () => {
    const ZipFile = new Uint8Array([...EMPTY_ZIP, 0]);
    const updated = await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
    expect(updated).toMatchObject({ LastUpdateStatus: "InProgress", CodeSize: 23 });
    await waitUntilFunctionUpdatedV2({ client: lambda, ...WAIT }, { FunctionName });
    const published = await lambda.send(new PublishVersionCommand({ FunctionName }));
    expect(published.$metadata.httpStatusCode).toBe(201);
    expect(published).toMatchObject({ Version: "1", FunctionArn: `${ARN}:1`, State: "Active" });
    const { Versions = [] } = await lambda.send(new ListVersionsByFunctionCommand({ FunctionName }));
    expect(Versions.map((version) => version.Version)).toEqual(["$LATEST", "1"]);
    expect((await lambda.send(new ListAliasesCommand({ FunctionName }))).Aliases).toEqual([]);
  });

  it("tags and untags it", async () => {
    const tagged = await lambda.send(
      new TagResourceCommand({ Resource: ARN, Tags: { "cost centre": "a/b" } }),
    );
    expect(tagged.$metadata.httpStatusCode).toBe(204);
    await lambda.send(new UntagResourceCommand({ Resource: ARN, TagKeys: ["team"] }));
    const { Tags } = await lambda.send(new ListTagsCommand({ Resource: ARN }));
    expect(Tags).toEqual({ "cost centre": "a/b" });
  });

  it("lists functions by pages, without their states", async () => {
    const items = [];
    const pages = paginateListFunctions({ client: lambda, pageSize: 1 }, { FunctionVersion: "ALL" });
    for await (const page of pages) items.push(...(page.Functions ?? []));
    expect(items.map((item) => item.FunctionArn)).toEqual([`${ARN}:$LATEST`, `${ARN}:1`]);
    expect(items.filter((item) => item.State !== undefined)).toEqual([]);
  });

  it("answers the account's settings", async () => {
    const { AccountUsage } = await lambda.send(new GetAccountSettingsCommand({}));
    expect(AccountUsage?.FunctionCount).toBe(1);
  });

  it("fails an update for want of addresses, and puts what served back", async () => {
    await sandbox.control("POST", "faults", { kind: "no-free-addresses", subnetId: "subnet-0b" });
    const VpcConfig = { SubnetIds: ["subnet-0b"], SecurityGroupIds: ["sg-0db"] };
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, VpcConfig }));
    const waiting = waitUntilFunctionUpdatedV2({ client: lambda, ...WAIT }, { FunctionName });
    await expect(waiting).rejects.toThrow(/FAILURE/);
    await sandbox.control("DELETE", "faults");
    const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName }));
    expect(Configuration).toMatchObject({
      State: "Active",
      LastUpdateStatus: "Failed",
      LastUpdateStatusReasonCode: "SubnetOutOfIPAddresses",
      VpcConfig: CONNECTION,
    });
  });

  it("puts it to sleep after 14 days, and wakes it with the call that fails", async () => {
    await sandbox.control("POST", "advance", { seconds: 15 * 86_400 });
    const asleep = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    expect(asleep).toMatchObject({ State: "Inactive", StateReasonCode: "Idle" });
    expect(await listInterfaces()).toEqual([]);
    await expect(lambda.send(new InvokeCommand({ FunctionName }))).rejects.toMatchObject({
      name: "ResourceNotReadyException",
      $fault: "server",
      $metadata: { httpStatusCode: 502 },
    });
    await waitUntilFunctionActiveV2({ client: lambda, ...WAIT }, { FunctionName });
    expect((await lambda.send(new InvokeCommand({ FunctionName }))).StatusCode).toBe(200);
  });

  it("deletes a version, then the function, whose interfaces go with time", async () => {
    await lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier: "1" }));
    const deleted = await lambda.send(new DeleteFunctionCommand({ FunctionName }));
    expect(deleted.StatusCode).toBe(204);
    await sandbox.control("POST", "advance", { seconds: 20 * 60 });
    expect(await listInterfaces()).toEqual([]);
  });
});

describe("the sandbox's Lambda errors, as the SDK reads them", () => {
  async function errorOf(act: Promise<unknown>): Promise<LambdaServiceException> {
    const error = await act.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof LambdaServiceException))
      throw new Error(`Not an error of Lambda: ${String(error)}`);
    return error;
  }

  it.each([
    {
      what: "a function that does not exist",
      send: () => lambda.send(new GetFunctionCommand({ FunctionName: "absent", Qualifier: "3" })),
      name: "ResourceNotFoundException",
      status: 404,
      message: "Function not found: arn:aws:lambda:eu-west-1:123456789012:function:absent:3",
    },
    {
      what: "a malformed subnet id",
      send: () =>
        lambda.send(
          new CreateFunctionCommand(
            createRequest({ VpcConfig: { SubnetIds: ["bad"], SecurityGroupIds: ["sg-0app"] } }),
          ),
        ),
      name: "ValidationException",
      status: 400,
      message: /^1 validation error detected: Value '\[bad\]' at 'vpcConfig\.subnetIds'/,
    },
    {
      what: "a role without rights",
      send: () =>
        lambda.send(new CreateFunctionCommand(createRequest({ Role: BASIC_ROLE, VpcConfig: CONNECTION }))),
      name: "InvalidParameterValueException",
      status: 400,
      message: "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
    },
    {
      what: "one empty list",
      send: () =>
        lambda.send(
          new CreateFunctionCommand(
            createRequest({ VpcConfig: { SubnetIds: ["subnet-0a"], SecurityGroupIds: [] } }),
          ),
        ),
      name: "InvalidParameterValueException",
      status: 400,
      message: "SubnetIds and SecurityIds must coexist or be both empty list.",
    },
  ])("$what: $name", async ({ send, name, status, message }) => {
    const error = await errorOf(send());
    expect(error.name).toBe(name);
    expect(error.message).toMatch(message);
    expect(error.$metadata.httpStatusCode).toBe(status);
    expect(error.$response?.headers).toMatchObject({
      "x-amzn-errortype": name,
      "x-amzn-requestid": error.$metadata.requestId,
    });
  });

  it("conflicts, a stale revision, no policy", async () => {
    // At AWS's own speed nothing settles between two calls; time passes when told to.
    await withSandbox({ scenario: "empty", speed: 1 }, async (slow) => {
      layOutAccount(slow.world);
      const client = new LambdaClient(slow.clientConfig());
      const change = { FunctionName, Timeout: 9 };
      await client.send(new CreateFunctionCommand(createRequest()));
      const pending = await errorOf(client.send(new UpdateFunctionConfigurationCommand(change)));
      expect(pending.name).toBe("ResourceConflictException");
      expect(pending.message).toMatch(/currently in the following state: Pending$/);
      await slow.control("POST", "advance", { seconds: 5 });
      const stale = new UpdateFunctionConfigurationCommand({ ...change, RevisionId: "stale" });
      expect(await errorOf(client.send(stale))).toMatchObject({
        name: "PreconditionFailedException",
        Type: "User",
        $metadata: { httpStatusCode: 412 },
      });
      await client.send(new UpdateFunctionConfigurationCommand(change));
      const tagging = await errorOf(client.send(new TagResourceCommand({ Resource: ARN, Tags: { a: "b" } })));
      expect(tagging.name).toBe("ResourceConflictException");
      expect(tagging.message).toMatch(/An update is in progress for resource: arn:.*:function:orders$/);
      const policy = await errorOf(client.send(new GetPolicyCommand({ FunctionName })));
      expect(policy.name).toBe("ResourceNotFoundException");
    });
  });
});

describe("a creation that is in progress when the sandbox stops", () => {
  it("is finished by the next one", async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "mooring-lambda-"));
    const options = { scenario: "empty", speed: 1, dataFolder };
    try {
      await withSandbox(options, async (first) => {
        layOutAccount(first.world);
        const client = new LambdaClient(first.clientConfig());
        await client.send(new CreateFunctionCommand(createRequest({ VpcConfig: CONNECTION })));
        await first.control("POST", "advance", { seconds: 30 });
      });
      await withSandbox(options, async (second) => {
        const client = new LambdaClient(second.clientConfig());
        const stateOf = async () =>
          (await client.send(new GetFunctionConfigurationCommand({ FunctionName }))).State;
        expect(await stateOf()).toBe("Pending");
        await second.control("POST", "advance", { seconds: 45 });
        expect(await stateOf()).toBe("Active");
        expect(second.regionWorld().networkInterfaces).toHaveLength(2);
      });
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  });
});
