import {
  CloudWatchClient,
  GetMetricDataCommand,
  ListMetricsCommand,
  paginateGetMetricData,
  paginateListMetrics,
  type GetMetricDataInput,
  type MetricDataQuery,
} from "@aws-sdk/client-cloudwatch";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedHeaders } from "@/lib/testing/signed-headers";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const HOUR_MS = 3_600_000;

let sandbox: TestSandbox;
let cloudWatch: CloudWatchClient;
let now = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  cloudWatch = new CloudWatchClient(sandbox.clientConfig());
  now = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
});
afterAll(() => sandbox.close());

function query(
  Id: string,
  MetricName: string,
  more: { Stat?: string; Period?: number; name?: string } = {},
): MetricDataQuery {
  const { Stat = "Sum", Period = 300, name = "orders-api" } = more;
  const Dimensions = [{ Name: "FunctionName", Value: name }];
  return { Id, MetricStat: { Metric: { Namespace: "AWS/Lambda", MetricName, Dimensions }, Period, Stat } };
}

function ask(MetricDataQueries: MetricDataQuery[], more: Partial<GetMetricDataInput> = {}) {
  return cloudWatch.send(
    new GetMetricDataCommand({
      MetricDataQueries,
      StartTime: new Date(now - HOUR_MS),
      EndTime: new Date(now),
      ...more,
    }),
  );
}

describe("GetMetricData", () => {
  it("gives the same series for the same question, newest first unless asked", async () => {
    const queries = [query("calls", "Invocations"), query("time", "Duration", { Stat: "Average" })];
    const { MetricDataResults = [] } = await ask(queries);
    const [calls, time] = MetricDataResults;
    expect(calls).toMatchObject({ Id: "calls", Label: "Invocations", StatusCode: "Complete" });
    expect(calls?.Timestamps).toHaveLength(12);
    expect(calls?.Timestamps?.at(-1)).toEqual(new Date(now - HOUR_MS));
    expect(Math.min(...(time?.Values ?? [0]))).toBeGreaterThan(0);
    expect(Math.max(...(time?.Values ?? [0]))).toBeLessThan(30_000);
    expect((await ask(queries)).MetricDataResults).toEqual(MetricDataResults);
    const ascending = await ask([query("calls", "Invocations")], { ScanBy: "TimestampAscending" });
    expect(ascending.MetricDataResults?.[0]?.Values).toEqual(calls?.Values?.toReversed());
  });

  it("agrees with itself: statistics, periods, errors no more than calls", async () => {
    const { MetricDataResults = [] } = await ask([
      query("hour", "Invocations", { Period: 3600 }),
      query("minutes", "Invocations", { Period: 60 }),
      query("samples", "Invocations", { Period: 3600, Stat: "SampleCount" }),
      query("errors", "Errors", { Period: 3600 }),
      query("least", "Duration", { Period: 3600, Stat: "Minimum" }),
      query("p50", "Duration", { Period: 3600, Stat: "p50" }),
      query("most", "Duration", { Period: 3600, Stat: "Maximum" }),
    ]);
    const sums = MetricDataResults.map(({ Values }) => (Values ?? []).reduce((sum, value) => sum + value, 0));
    const [hour = 0, minutes, samples, errors = 0, least = 0, p50 = 0, most = 0] = sums;
    expect(hour).toBeGreaterThan(0);
    expect(minutes).toBe(hour);
    expect(samples).toBe(hour);
    expect(errors).toBeLessThanOrEqual(hour);
    expect(least).toBeLessThanOrEqual(p50);
    expect(p50).toBeLessThanOrEqual(most);
  });

  it("has no data points where nothing ran, or exists, or is kept so finely", async () => {
    const idle = await ask([
      query("idle", "Invocations", { name: "seasonal-campaign" }),
      query("nobody", "Invocations", { name: "nobody" }),
    ]);
    expect(idle.MetricDataResults?.map(({ Values, StatusCode }) => [Values, StatusCode])).toEqual([
      [[], "Complete"],
      [[], "Complete"],
    ]);
    const old = { StartTime: new Date(now - 20 * 24 * HOUR_MS), EndTime: new Date(now - 19 * 24 * HOUR_MS) };
    const fine = await ask(
      [query("a", "Invocations", { Period: 60 }), query("b", "Invocations", { Period: 3600 })],
      old,
    );
    expect(fine.MetricDataResults?.map(({ Values }) => Values?.length)).toEqual([0, 24]);
  });

  it("counts what was really invoked", async () => {
    const fn = sandbox
      .regionWorld()
      .functions.find(({ versions }) => versions[0]?.FunctionName === "warehouse-sync");
    delete fn?.traffic;
    const lambda = new LambdaClient(sandbox.clientConfig());
    await lambda.send(new InvokeCommand({ FunctionName: "warehouse-sync" }));
    await lambda.send(new InvokeCommand({ FunctionName: "warehouse-sync" }));
    const span = { StartTime: new Date(Date.now() - HOUR_MS), EndTime: new Date(Date.now() + HOUR_MS) };
    const { MetricDataResults } = await ask(
      [query("calls", "Invocations", { name: "warehouse-sync", Period: 3600 })],
      span,
    );
    expect(MetricDataResults?.[0]?.Values?.reduce((sum, value) => sum + value, 0)).toBe(2);
  });

  it("pages by data points, the parts of a series marked as such", async () => {
    const whole = await ask([query("a", "Invocations"), query("b", "Errors")]);
    const seen: Record<string, number[]> = { a: [], b: [] };
    const statuses: (string | undefined)[] = [];
    const input = {
      MetricDataQueries: [query("a", "Invocations"), query("b", "Errors")],
      StartTime: new Date(now - HOUR_MS),
      EndTime: new Date(now),
      MaxDatapoints: 10,
    };
    for await (const page of paginateGetMetricData({ client: cloudWatch }, input)) {
      for (const result of page.MetricDataResults ?? []) {
        seen[result.Id ?? ""]?.push(...(result.Values ?? []));
        statuses.push(result.StatusCode);
      }
    }
    expect(seen).toEqual({
      a: whole.MetricDataResults?.[0]?.Values,
      b: whole.MetricDataResults?.[1]?.Values,
    });
    expect(statuses).toEqual(["PartialData", "Complete", "PartialData", "Complete"]);
  });

  it.each([
    ["an id with a capital", { MetricDataQueries: [query("A", "Errors")] }, "ValidationException"],
    [
      "one id twice",
      { MetricDataQueries: [query("a", "Errors"), query("a", "Errors")] },
      "ValidationException",
    ],
    ["an odd period", { MetricDataQueries: [query("a", "Errors", { Period: 90 })] }, "ValidationException"],
    [
      "an unknown statistic",
      { MetricDataQueries: [query("a", "Errors", { Stat: "Most" })] },
      "ValidationException",
    ],
    ["metric math", { MetricDataQueries: [{ Id: "a", Expression: "1+1" }] }, "ValidationException"],
    ["an end before the start", { EndTime: new Date(0) }, "ValidationException"],
    ["a strange token", { NextToken: "x" }, "InvalidNextToken"],
  ])("refuses %s", async (_what, input, name) => {
    await expect(ask([query("a", "Errors")], input)).rejects.toMatchObject({ name });
  });
});

describe("ListMetrics", () => {
  it("lists what exists, in pages of 500, and filters", async () => {
    const names = new Set<string>();
    for await (const page of paginateListMetrics({ client: cloudWatch }, {})) {
      for (const metric of page.Metrics ?? []) names.add(metric.Namespace ?? "");
      expect(page.Metrics?.length).toBeLessThanOrEqual(500);
    }
    expect([...names].toSorted()).toEqual(["AWS/Lambda", "AWS/NATGateway", "AWS/PrivateLinkEndpoints"]);
    const { Metrics } = await cloudWatch.send(
      new ListMetricsCommand({ Namespace: "AWS/NATGateway", MetricName: "ErrorPortAllocation" }),
    );
    expect(Metrics?.map((metric) => metric.Dimensions?.[0]?.Value)).toEqual(
      sandbox.regionWorld().natGateways.map((gateway) => gateway.NatGatewayId),
    );
    const one = new ListMetricsCommand({ Dimensions: [{ Name: "FunctionName", Value: "orders-api" }] });
    expect((await cloudWatch.send(one)).Metrics).toHaveLength(5);
  });

  it("is denied without the right, by the name of CloudWatch's own prefix", async () => {
    await sandbox.control("POST", "faults", { kind: "deny", operation: "cloudwatch:ListMetrics" });
    await expect(cloudWatch.send(new ListMetricsCommand({}))).rejects.toThrow("cloudwatch:ListMetrics");
    await sandbox.control("DELETE", "faults");
  });

  it("answers the query protocol too", async () => {
    const { accessKeyId } = sandbox.credentials;
    const response = await fetch(sandbox.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        ...signedHeaders({ service: "monitoring", accessKeyId }),
      },
      body: "Action=ListMetrics&Version=2010-08-01&Namespace=AWS%2FNATGateway&MetricName=BytesInFromSource",
    });
    expect(await response.text()).toContain("<MetricName>BytesInFromSource</MetricName>");
  });
});
