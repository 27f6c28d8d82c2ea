import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readCalls } from "@/lib/core/network/calls";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { createAwsClients } from "../../aws/aws-clients";
import { dependentCalls } from "../../aws/reads/dependent-calls";
import { regionCalls } from "../../aws/reads/region-calls";
import { collectCapture, type CollectOptions } from "./collect-capture.test-builder";
import type { CollectProgress } from "./reading";

const allCalls = [...regionCalls, ...dependentCalls];

const gateArn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/gate/1";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "demo" });
  // The demo has no Network Load Balancer: without this group one call would have nothing to ask about.
  const group = { TargetGroupArn: gateArn, TargetType: "ip" as const, Protocol: "TLS" as const };
  sandbox.regionWorld().loadBalancing.targetGroups.push(group);
});
afterEach(() => sandbox.control("DELETE", "faults"));
afterAll(() => sandbox.close());

async function collect(endpoint = sandbox.url, options: Partial<CollectOptions> = {}) {
  const { region, credentials } = sandbox;
  const aws = createAwsClients({ mode: "sandbox", region, endpoint, credentials });
  try {
    return await collectCapture({ aws, region, ...options });
  } finally {
    aws.destroy();
  }
}

/** An endpoint that answers everything in the same way, for as long as `run` takes. */
async function withEndpoint<T>(listener: RequestListener, run: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address and a port.
  const { port } = server.address() as AddressInfo;
  try {
    return await run(`http://127.0.0.1:${String(port)}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe("collectCapture", () => {
  it("knows every call that the analysis asks about", () => {
    expect(allCalls.map(({ call }) => call).sort()).toEqual([...readCalls].sort());
  });

  it("reads every call of the demo without a gap", async () => {
    const { capture, outage } = await collect();
    expect(capture.coverage.filter(({ status }) => status !== "ok")).toEqual([]);
    expect(capture.coverage.map(({ call }) => call).sort()).toEqual([...readCalls].sort());
    expect(outage).toBeUndefined();
    expect(capture.accountId).toBe(sandbox.world.homeAccountId);
    expect(capture.resources.Vpcs?.length).toBeGreaterThanOrEqual(3);
    expect(capture.resources.Functions?.length).toBeGreaterThanOrEqual(40);
  });

  it("reads the state of every function, with the time of reading", async () => {
    const { resources } = (await collect()).capture;
    const latest = resources.Functions?.filter((fn) => fn.Version === "$LATEST") ?? [];
    expect(resources.FunctionStates).toHaveLength(latest.length);
    for (const { State, ReadAt } of resources.FunctionStates ?? []) {
      expect(State).toMatch(/^(Active|Inactive|Pending|Failed)$/);
      expect(Date.parse(ReadAt)).toBeGreaterThan(Date.now() - 60_000);
    }
  });

  it("asks for the attributes of the target groups in which they decide whose address a target sees", async () => {
    const { TargetGroupAttributes = [] } = (await collect()).capture.resources;
    expect(TargetGroupAttributes.map(({ TargetGroupArn }) => TargetGroupArn)).toEqual([gateArn]);
    expect(TargetGroupAttributes[0]?.Attributes).toContainEqual({
      Key: "preserve_client_ip.enabled",
      Value: "false",
    });
  });

  it("records what each call took", async () => {
    await sandbox.control("DELETE", "calls");
    await sandbox.control("POST", "faults", { kind: "throttle", operation: "ec2:DescribeVpcs" });
    const collecting = collect();
    while (!JSON.stringify(await sandbox.control("GET", "calls")).includes("RequestLimitExceeded")) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await sandbox.control("DELETE", "faults");
    const { coverage, resources } = (await collecting).capture;
    const vpcs = coverage.find(({ call }) => call === "DescribeVpcs");
    expect(vpcs).toMatchObject({ status: "ok", items: resources.Vpcs?.length });
    expect(vpcs?.throttled).toBeGreaterThan(0);
    expect(vpcs?.throttled).toBe(vpcs?.retries);
    expect(vpcs?.requests).toBe(1 + (vpcs?.retries ?? 0));
    expect(vpcs?.elapsedMs).toBeGreaterThanOrEqual(vpcs?.waitedMs ?? Infinity);
    const attributes = coverage.find(({ call }) => call === "DescribeVpcAttribute");
    expect(attributes?.requests).toBe(2 * (resources.Vpcs?.length ?? 0));
    for (const { call, elapsedMs, waitedMs } of coverage) {
      expect(elapsedMs, call).toBeGreaterThanOrEqual(0);
      expect(waitedMs, call).toBeGreaterThanOrEqual(0);
    }
  });

  it("tells how far it is, up to the end", async () => {
    const seen: CollectProgress[] = [];
    await collect(sandbox.url, { onProgress: (progress) => seen.push(progress) });
    const last = seen.at(-1);
    expect(last?.callsDone).toBe(last?.callsTotal);
    expect(last?.requests).toBeGreaterThan(readCalls.length);
    for (const [index, { callsDone, items, requests = 0 }] of seen.entries()) {
      const before = seen[index - 1];
      expect(callsDone).toBeGreaterThanOrEqual(before?.callsDone ?? 0);
      expect(items).toBeGreaterThanOrEqual(before?.items ?? 0);
      expect(requests).toBeGreaterThanOrEqual(before?.requests ?? 0);
    }
  });

  it.each(regionCalls)("records a denied $call as that gap and no other", async (row) => {
    await sandbox.control("POST", "faults", { kind: "deny", operation: row.permission });
    const { capture, outage } = await collect();
    const gaps = capture.coverage.filter(({ status }) => status === "failed");
    expect(gaps).toMatchObject([{ call: row.call, error: { missingPermission: row.permission } }]);
    const unasked = dependentCalls.filter(({ parentKey }) => parentKey === row.resourceKey);
    expect(capture.coverage.filter(({ status }) => status === "absent").map(({ call }) => call)).toEqual(
      unasked.map(({ call }) => call),
    );
    expect(capture.resources).not.toHaveProperty(row.resourceKey);
    expect(outage).toBeUndefined();
  });

  it.each(dependentCalls.filter(({ operation }) => !operation.includes("TransitGateway")))(
    "records a denied $call as that gap and no other",
    async (row) => {
      await sandbox.control("POST", "faults", { kind: "deny", operation: row.permission });
      const { capture } = await collect();
      expect(capture.coverage.filter(({ status }) => status !== "ok")).toMatchObject([
        { call: row.call, status: "failed", error: { missingPermission: row.permission } },
      ]);
    },
  );

  it("is slowed by throttling, and left without a gap", async () => {
    await sandbox.control("POST", "faults", { kind: "throttle", operation: "*", rate: 0.5 });
    const { capture } = await collect();
    expect(capture.coverage.filter(({ status }) => status !== "ok")).toEqual([]);
  }, 120_000);

  it("says that nothing listens at the endpoint", async () => {
    const gone = await withEndpoint(
      () => undefined,
      (url) => Promise.resolve(url),
    );
    const { outage } = await collect(gone);
    expect(outage).toMatchObject({ code: "ECONNREFUSED" });
  });

  it("says that the credentials have expired", async () => {
    const { credentials } = sandbox.clientConfig("expired");
    const { region, url } = sandbox;
    const aws = createAwsClients({ mode: "sandbox", region, endpoint: url, credentials });
    const { outage } = await collectCapture({ aws, region });
    aws.destroy();
    expect(outage).toMatchObject({ name: expect.stringMatching(/Expired/) as unknown });
  });

  it("takes an answer that is not AWS's for a gap, and does not ask for ever", async () => {
    const { capture, outage } = await withEndpoint((_request, response) => {
      response.writeHead(500, { "content-type": "text/html" }).end("<html><title>500</title><p>oops</html>");
    }, collect);
    expect(outage).toBeUndefined();
    expect(new Set(capture.coverage.map(({ status }) => status))).toEqual(new Set(["failed", "absent"]));
    expect(Math.max(...capture.coverage.map(({ requests = 0 }) => requests))).toBe(6);
  });

  it("stops when it is told to", async () => {
    await sandbox.control("POST", "faults", { kind: "latency", operation: "*", latencyMs: 5_000 });
    const canceled = new AbortController();
    const startedAt = performance.now();
    setTimeout(() => {
      canceled.abort(new Error("canceled by the test"));
    }, 100);
    await expect(collect(sandbox.url, { signal: canceled.signal })).rejects.toThrow("canceled by the test");
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
