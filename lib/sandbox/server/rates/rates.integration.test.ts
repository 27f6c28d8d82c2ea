import {
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { GetPolicyCommand, LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;
let lambda: LambdaClient;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty", rates: true });
  ec2 = new EC2Client(sandbox.clientConfig());
  lambda = new LambdaClient(sandbox.clientConfig());
});
/** Fills every bucket again. */
beforeEach(() => sandbox.control("POST", "rates", { enabled: true }));
afterAll(() => sandbox.close());

/** Calls `count` times at once; how many AWS took, and what it said to the others. */
async function burst(count: number, call: () => Promise<unknown>) {
  const answers = await Promise.allSettled(Array.from({ length: count }, call));
  const refused = answers.flatMap((answer) =>
    answer.status === "rejected" ? [answer.reason as unknown] : [],
  );
  return { taken: count - refused.length, refused };
}

describe("with AWS's rates", () => {
  it("EC2 takes a bucket of costly unfiltered reads, and still answers filtered and paginated ones", async () => {
    const { taken, refused } = await burst(150, () => ec2.send(new DescribeNetworkInterfacesCommand({})));
    // The bucket earns ten a second while the burst lasts.
    expect(taken).toBeGreaterThanOrEqual(50);
    expect(taken).toBeLessThan(150);
    expect(refused[0]).toMatchObject({
      name: "RequestLimitExceeded",
      message: "Request limit exceeded.",
      $metadata: { httpStatusCode: 503 },
    });
    await ec2.send(new DescribeNetworkInterfacesCommand({ MaxResults: 1000 }));
    await ec2.send(new DescribeSecurityGroupsCommand({}));
  });

  it("each region has its own", async () => {
    const { refused } = await burst(150, () => ec2.send(new DescribeSecurityGroupsCommand({})));
    expect(refused.length).toBeGreaterThan(0);
    const elsewhere = new EC2Client({ ...sandbox.clientConfig(), region: "eu-central-1" });
    await expect(elsewhere.send(new DescribeSecurityGroupsCommand({}))).resolves.toBeDefined();
  });

  it("Lambda answers 429 with Retry-After and Reason, its control calls counted together", async () => {
    const lists = await burst(10, () => lambda.send(new ListFunctionsCommand({})));
    expect(lists.refused).toEqual([]);
    const { refused } = await burst(100, () =>
      lambda.send(new ListFunctionsCommand({ FunctionVersion: "ALL" })),
    );
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({
      name: "TooManyRequestsException",
      Reason: "CallerRateLimitExceeded",
      retryAfterSeconds: "1",
      $metadata: { httpStatusCode: 429 },
    });
    // GetPolicy has a bucket of its own: the refusal is the function's, which has no policy.
    await expect(lambda.send(new GetPolicyCommand({ FunctionName: "orders-api" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });

  it("time fills the buckets", async () => {
    await burst(75, () => ec2.send(new DescribeSecurityGroupsCommand({})));
    await sandbox.control("POST", "advance", { seconds: 5 });
    const { refused } = await burst(50, () => ec2.send(new DescribeSecurityGroupsCommand({})));
    expect(refused).toEqual([]);
  });

  it("are switched off by the control", async () => {
    expect(await sandbox.control("POST", "rates", { enabled: false })).toMatchObject({ rates: false });
    const { refused } = await burst(120, () => ec2.send(new DescribeVpcsCommand({})));
    expect(refused).toEqual([]);
  });
});
