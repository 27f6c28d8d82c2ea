import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { createAwsClients, type AwsClients } from "../../aws/aws-clients";
import { toAwsApiError } from "../../aws/errors/to-aws-api-error";
import type { PacedRequest, Pacer } from "../../aws/pacing/pacer";
import { collectCapture } from "../reading/collect-capture.test-builder";
import type { RegionReader } from "../reading/region-reader";
import type { CollectProgress } from "../reading/reading";
import { createThreadReader } from "./reading-thread";

let sandbox: TestSandbox;
let aws: AwsClients;
let reader: RegionReader;
const taken: PacedRequest[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "demo" });
  aws = createAwsClients(awsOptions());
  const pacer: Pacer = {
    ...aws.pacer,
    take: (request, signal) => {
      taken.push(request);
      return aws.pacer.take(request, signal);
    },
  };
  reader = createThreadReader({ aws: awsOptions(), pacer });
});
afterEach(async () => {
  taken.length = 0;
  await sandbox.control("DELETE", "faults");
});
afterAll(async () => {
  await reader.stop();
  aws.destroy();
  await sandbox.close();
});

function awsOptions(credentials = sandbox.credentials) {
  return { mode: "sandbox" as const, region: sandbox.region, endpoint: sandbox.url, credentials };
}

const read = (options: Partial<Parameters<typeof collectCapture>[0]> = {}) =>
  collectCapture({ aws, region: sandbox.region, reader, ...options });

describe("reading in a thread of its own", () => {
  it("gives what reading in this thread gives, every call with what it took", async () => {
    const there = (await read()).capture;
    const here = (await collectCapture({ aws, region: sandbox.region })).capture;
    const withoutTimes = (resources: typeof here.resources) =>
      JSON.parse(
        JSON.stringify({ ...resources, FunctionStates: resources.FunctionStates?.length }),
      ) as unknown;
    expect(withoutTimes(there.resources)).toEqual(withoutTimes(here.resources));
    expect(there.accountId).toBe(sandbox.world.homeAccountId);
    const facts = ({ coverage }: typeof here) =>
      coverage.map(({ call, status, items, requests }) => ({ call, status, items, requests }));
    expect(facts(there)).toEqual(facts(here));
  });

  it("takes each turn from the process's own pacer", async () => {
    const { capture } = await read();
    const requests = capture.coverage.reduce((sum, entry) => sum + (entry.requests ?? 0), 0);
    expect(taken).toHaveLength(requests);
    expect(new Set(taken.map(({ region }) => region))).toEqual(new Set([sandbox.region]));
  });

  it("tells how far it is, up to the end", async () => {
    const seen: CollectProgress[] = [];
    await read({ onProgress: (progress) => seen.push(progress) });
    const last = seen.at(-1);
    expect(last?.callsDone).toBe(last?.callsTotal);
    expect(last?.requests).toBe(taken.length);
  });

  it("names a gap with AWS's code and the permission", async () => {
    await sandbox.control("POST", "faults", { kind: "deny", operation: "ec2:DescribeNetworkAcls" });
    const { capture } = await read();
    expect(capture.coverage.filter(({ status }) => status !== "ok")).toMatchObject([
      {
        call: "DescribeNetworkAcls",
        error: { code: "UnauthorizedOperation", missingPermission: "ec2:DescribeNetworkAcls" },
      },
    ]);
  });

  it("brings an error over whole, so that it means here what it means there", async () => {
    const expired = createThreadReader({
      aws: awsOptions(sandbox.clientConfig("expired").credentials),
      pacer: aws.pacer,
    });
    const { outage } = await read({ reader: expired });
    await expired.stop();
    expect(toAwsApiError(outage)).toMatchObject({ code: "no_credentials" });
  });

  it("stops at once when it is told to, and asks AWS nothing more", async () => {
    await sandbox.control("POST", "faults", { kind: "latency", operation: "*", latencyMs: 300 });
    const canceled = new AbortController();
    const reading = read({ signal: canceled.signal });
    setTimeout(() => {
      canceled.abort(new Error("canceled by the test"));
    }, 100);
    await expect(reading).rejects.toThrow("canceled by the test");
    const asked = taken.length;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(taken).toHaveLength(asked);
  });

  it("stops where what was read cannot be stored", async () => {
    const states = { known: new Map<string, never>(), limits: { mostUnknown: 0, mostChanged: 0 } };
    const onCall = () => Promise.reject(new Error("the store is full"));
    await expect(reader.read({ region: sandbox.region, states }, { onCall })).rejects.toThrow(
      "the store is full",
    );
  });

  it("rejects where the thread ends, and reads again with another one", async () => {
    await sandbox.control("POST", "faults", { kind: "latency", operation: "*", latencyMs: 2_000 });
    const reading = read();
    while (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await reader.stop();
    await expect(reading).rejects.toThrow("The thread that reads AWS ended");
    await sandbox.control("DELETE", "faults");
    expect((await read()).outage).toBeUndefined();
  });
});
