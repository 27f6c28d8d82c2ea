import { AwsSmithyRpcV2CborProtocol } from "@aws-sdk/core/protocols";
import { CloudWatchClient, GetMetricDataCommand, ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasAwsCli, runAws } from "@/lib/testing/aws-cli";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const HOUR_MS = 3_600_000;

let sandbox: TestSandbox;
let json: CloudWatchClient;
let cbor: CloudWatchClient;
beforeAll(async () => {
  sandbox = await startSandbox();
  const config = sandbox.clientConfig();
  json = new CloudWatchClient(config);
  cbor = new CloudWatchClient({ ...config, protocol: AwsSmithyRpcV2CborProtocol });
});
afterAll(() => {
  json.destroy();
  cbor.destroy();
  return sandbox.close();
});

const end = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
const question = (MetricName: string, Period = 300) =>
  new GetMetricDataCommand({
    StartTime: new Date(end - HOUR_MS),
    EndTime: new Date(end),
    MetricDataQueries: [
      {
        Id: "calls",
        MetricStat: {
          Metric: {
            Namespace: "AWS/Lambda",
            MetricName,
            Dimensions: [{ Name: "FunctionName", Value: "orders-api" }],
          },
          Period,
          Stat: "Average",
        },
      },
    ],
  });

describe("CloudWatch in Smithy's RPC v2 with CBOR, through the real SDK", () => {
  it("answers what it answers in JSON, times and fractions alike", async () => {
    const inCbor = await cbor.send(question("Duration"));
    const inJson = await json.send(question("Duration"));
    expect(inCbor).toEqual({ ...inJson, $metadata: inCbor.$metadata });
    expect(inCbor.MetricDataResults?.[0]?.Timestamps).toHaveLength(12);
    expect(inCbor.MetricDataResults?.[0]?.Values?.some((value) => !Number.isInteger(value))).toBe(true);
    const metrics = await cbor.send(new ListMetricsCommand({ Namespace: "AWS/NATGateway" }));
    expect(metrics.Metrics?.length).toBeGreaterThan(0);
  });

  it("names errors as in JSON, and in the query protocol's terms", async () => {
    const refusal = (client: CloudWatchClient) =>
      client.send(question("Errors", 90)).then(
        () => "nothing",
        (error: unknown) => error,
      );
    const [inCbor, inJson] = [await refusal(cbor), await refusal(json)];
    expect(inCbor).toMatchObject({ name: "ValidationException", $metadata: { httpStatusCode: 400 } });
    expect(Reflect.get(Object(inCbor), "message")).toBe(Reflect.get(Object(inJson), "message"));
    await sandbox.control("POST", "faults", { kind: "deny", operation: "cloudwatch:ListMetrics" });
    await expect(cbor.send(new ListMetricsCommand({}))).rejects.toThrow("cloudwatch:ListMetrics");
    await sandbox.control("DELETE", "faults");
  });
});

describe.runIf(hasAwsCli())("the aws CLI, which speaks it by itself", () => {
  it("lists metrics and reads a series", async () => {
    const listed = await runAws(sandbox, ["cloudwatch", "list-metrics", "--namespace", "AWS/NATGateway"]);
    expect(listed).toMatchObject({ Metrics: expect.arrayContaining([expect.anything()]) as unknown });
    const times = [new Date(end - HOUR_MS), new Date(end)].map((time) => time.toISOString());
    const read = await runAws(sandbox, [
      ...["cloudwatch", "get-metric-data", "--start-time", times[0] ?? "", "--end-time", times[1] ?? ""],
      "--metric-data-queries",
      JSON.stringify(question("Invocations").input.MetricDataQueries),
    ]);
    expect(read).toMatchObject({ MetricDataResults: [{ Id: "calls", StatusCode: "Complete" }] });
  });
});
