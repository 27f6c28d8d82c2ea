import { EC2Client, DescribeFastLaunchImagesCommand } from "@aws-sdk/client-ec2";
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
});
afterAll(() => sandbox.close());

describe("the sandbox's server", () => {
  it("says who calls", async () => {
    const sts = new STSClient(sandbox.clientConfig("operator"));
    const answer = await sts.send(new GetCallerIdentityCommand({}));
    expect(answer.Arn).toBe("arn:aws:iam::123456789012:user/operator");
    expect(answer.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("lists functions over REST-JSON", async () => {
    const lambda = new LambdaClient(sandbox.clientConfig());
    const answer = await lambda.send(new ListFunctionsCommand({}));
    expect(answer.Functions).toEqual([]);
  });

  it("answers an operation that it lacks with the protocol's own error, and logs one line", async () => {
    const ec2 = new EC2Client(sandbox.clientConfig());
    const before = sandbox.logs.length;
    await expect(ec2.send(new DescribeFastLaunchImagesCommand({}))).rejects.toMatchObject({
      name: "InvalidAction",
    });
    expect(sandbox.logs.slice(before)).toEqual(["sandbox: no such operation: ec2 DescribeFastLaunchImages"]);
  });
});
