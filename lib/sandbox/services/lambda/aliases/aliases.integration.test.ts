import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  GetAccountSettingsCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  InvokeCommand,
  LambdaClient,
  paginateListAliases,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  RemovePermissionCommand,
  UpdateAliasCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { createRequest, layOutAccount } from "../lambda-world.test-builder";

const FunctionName = "orders";
const ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders";

let sandbox: TestSandbox;
let lambda: LambdaClient;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  layOutAccount(sandbox.world);
  lambda = new LambdaClient(sandbox.clientConfig());
  await lambda.send(new CreateFunctionCommand(createRequest()));
  const settle = () => sandbox.control("POST", "advance", { seconds: 60 });
  await settle();
  for (const Timeout of [10, 11]) {
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Timeout }));
    await settle();
    await lambda.send(new PublishVersionCommand({ FunctionName }));
  }
});
afterAll(() => sandbox.close());

describe("aliases", () => {
  it("lead to a version, under an ARN of their own", async () => {
    const created = await lambda.send(
      new CreateAliasCommand({ FunctionName, Name: "live", FunctionVersion: "1" }),
    );
    expect(created).toMatchObject({
      AliasArn: `${ARN}:live`,
      Name: "live",
      FunctionVersion: "1",
      Description: "",
      $metadata: { httpStatusCode: 201 },
    });
    const configuration = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName, Qualifier: "live" }),
    );
    expect(configuration).toMatchObject({ FunctionArn: `${ARN}:live`, Version: "1", Timeout: 10 });
    const invoked = await lambda.send(new InvokeCommand({ FunctionName: `${ARN}:live` }));
    expect(invoked.ExecutedVersion).toBe("1");
  });

  it("are changed by revision, and share calls between two versions by weight", async () => {
    const live = { FunctionName, Name: "live" };
    const { RevisionId } = await lambda.send(new GetAliasCommand(live));
    const RoutingConfig = { AdditionalVersionWeights: { "2": 0.5 } };
    const updated = await lambda.send(new UpdateAliasCommand({ ...live, RevisionId, RoutingConfig }));
    expect(updated).toMatchObject({ FunctionVersion: "1", RoutingConfig });
    expect(updated.RevisionId).not.toBe(RevisionId);
    await expect(lambda.send(new UpdateAliasCommand({ ...live, RevisionId }))).rejects.toMatchObject({
      name: "PreconditionFailedException",
    });
    const versions = new Set<string | undefined>();
    for (let call = 0; call < 40; call += 1) {
      versions.add(
        (await lambda.send(new InvokeCommand({ FunctionName, Qualifier: "live" }))).ExecutedVersion,
      );
    }
    expect([...versions].toSorted()).toEqual(["1", "2"]);
    const none = { AdditionalVersionWeights: {} };
    const single = await lambda.send(
      new UpdateAliasCommand({ ...live, FunctionVersion: "2", RoutingConfig: none }),
    );
    expect(single.FunctionVersion).toBe("2");
    expect(single.RoutingConfig).toBeUndefined();
  });

  it("are listed by pages and by version, and hold their version back from deletion", async () => {
    await lambda.send(new CreateAliasCommand({ FunctionName, Name: "old", FunctionVersion: "1" }));
    const names: (string | undefined)[] = [];
    for await (const page of paginateListAliases({ client: lambda, pageSize: 1 }, { FunctionName })) {
      names.push(...(page.Aliases ?? []).map((alias) => alias.Name));
    }
    expect(names).toEqual(["live", "old"]);
    const byVersion = paginateListAliases({ client: lambda }, { FunctionName, FunctionVersion: "1" });
    for await (const page of byVersion) expect(page.Aliases?.map((alias) => alias.Name)).toEqual(["old"]);
    await expect(
      lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier: "1" })),
    ).rejects.toMatchObject({
      name: "ResourceConflictException",
      message: "Unable to delete version because the following aliases reference it: [old]",
    });
    const removed = await lambda.send(new DeleteAliasCommand({ FunctionName, Name: "old" }));
    expect(removed.$metadata.httpStatusCode).toBe(204);
    await lambda.send(new DeleteAliasCommand({ FunctionName, Name: "old" }));
    await expect(lambda.send(new GetAliasCommand({ FunctionName, Name: "old" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: `Cannot find alias arn: ${ARN}:old`,
    });
    await lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier: "1" }));
  });

  it.each([
    [{ Name: "live" }, "ResourceConflictException", `Alias already exists: ${ARN}:live`],
    [{ FunctionVersion: "7" }, "ResourceNotFoundException", `Function not found: ${ARN}:7`],
    [{ Name: "7" }, "ValidationException", "regular expression pattern"],
    [
      { RoutingConfig: { AdditionalVersionWeights: { "2": 0.1 } } },
      "InvalidParameterValueException",
      "Function version 2 is already included in routing configuration.",
    ],
    [
      { FunctionVersion: "$LATEST", RoutingConfig: { AdditionalVersionWeights: { "2": 0.1 } } },
      "InvalidParameterValueException",
      "$LATEST is not supported for an alias pointing to more than 1 version",
    ],
  ])("refuse %j", async (input, name, message) => {
    await expect(
      lambda.send(new CreateAliasCommand({ FunctionName, Name: "next", FunctionVersion: "2", ...input })),
    ).rejects.toMatchObject({ name, message: expect.stringContaining(message) as unknown });
  });
});

describe("reserved concurrency", () => {
  it("is taken from the account's, shown with the function, and given back", async () => {
    const put = (ReservedConcurrentExecutions: number) =>
      lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
    await expect(put(901)).rejects.toMatchObject({
      name: "InvalidParameterValueException",
      message:
        "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
    });
    expect((await put(0)).ReservedConcurrentExecutions).toBe(0);
    await expect(lambda.send(new InvokeCommand({ FunctionName }))).rejects.toMatchObject({
      name: "TooManyRequestsException",
      Reason: "ReservedFunctionConcurrentInvocationLimitExceeded",
      $metadata: { httpStatusCode: 429 },
    });
    await put(250);
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    expect(AccountLimit?.UnreservedConcurrentExecutions).toBe(750);
    const found = await lambda.send(new GetFunctionCommand({ FunctionName }));
    expect(found.Concurrency).toEqual({ ReservedConcurrentExecutions: 250 });
    const get = () => lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }));
    expect((await get()).ReservedConcurrentExecutions).toBe(250);
    const removed = await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    expect(removed.$metadata.httpStatusCode).toBe(204);
    expect((await get()).ReservedConcurrentExecutions).toBeUndefined();
    await expect(
      lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: "nobody" })),
    ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });
});

describe("a function's resource policy", () => {
  it("grows and shrinks by statements, and is gone with the last", async () => {
    const added = await lambda.send(
      new AddPermissionCommand({
        FunctionName,
        StatementId: "alb",
        Action: "lambda:InvokeFunction",
        Principal: "elasticloadbalancing.amazonaws.com",
        SourceArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/t/1",
      }),
    );
    const statement = {
      Sid: "alb",
      Effect: "Allow",
      Principal: { Service: "elasticloadbalancing.amazonaws.com" },
      Action: "lambda:InvokeFunction",
      Resource: ARN,
      Condition: {
        ArnLike: { "AWS:SourceArn": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/t/1" },
      },
    };
    expect(JSON.parse(added.Statement ?? "")).toEqual(statement);
    const again = {
      FunctionName,
      StatementId: "alb",
      Action: "lambda:InvokeFunction",
      Principal: "210987654321",
    };
    await expect(lambda.send(new AddPermissionCommand(again))).rejects.toMatchObject({
      name: "ResourceConflictException",
    });
    await lambda.send(new AddPermissionCommand({ ...again, StatementId: "other" }));
    const got = await lambda.send(new GetPolicyCommand({ FunctionName }));
    expect(JSON.parse(got.Policy ?? "")).toMatchObject({
      Id: "default",
      Statement: [statement, { Principal: { AWS: "arn:aws:iam::210987654321:root" } }],
    });
    await expect(
      lambda.send(new GetPolicyCommand({ FunctionName, Qualifier: "live" })),
    ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    const remove = (StatementId: string, RevisionId?: string) =>
      lambda.send(new RemovePermissionCommand({ FunctionName, StatementId, RevisionId }));
    await expect(remove("none")).rejects.toThrow("Statement none is not found in resource policy.");
    await expect(remove("alb", "stale")).rejects.toMatchObject({ name: "PreconditionFailedException" });
    expect((await remove("alb", got.RevisionId)).$metadata.httpStatusCode).toBe(204);
    await remove("other");
    await expect(lambda.send(new GetPolicyCommand({ FunctionName }))).rejects.toThrow(
      "The resource you requested does not exist.",
    );
    await expect(remove("other")).rejects.toThrow("No policy is associated with the given resource.");
  });
});
