import { describe, expect, it } from "vitest";
import { createPacer } from "./pacer";

/** Time passes only while somebody sleeps. */
function fakeClock() {
  let now = 0;
  return {
    now: () => now,
    sleep: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
    get elapsedMs() {
      return now;
    },
  };
}

async function takeMany(count: number, service: string, operations: readonly string[]): Promise<number> {
  const clock = fakeClock();
  const pacer = createPacer(clock);
  for (let index = 0; index < count; index += 1) {
    const operation = operations[index % operations.length] ?? "";
    await pacer.take({ region: "eu-west-1", service, operation });
  }
  return clock.elapsedMs;
}

describe("createPacer", () => {
  it("lets a burst through and holds the rest to the rate", async () => {
    expect(await takeMany(100, "ec2", ["DescribeVpcs"])).toBe(0);
    expect(await takeMany(140, "ec2", ["DescribeVpcs"])).toBeCloseTo(2_000);
  });

  it("counts each EC2 API by itself", async () => {
    expect(await takeMany(200, "ec2", ["DescribeVpcs", "DescribeSubnets"])).toBe(0);
  });

  it("counts Lambda's control APIs together, and GetFunction apart", async () => {
    expect(await takeMany(30, "lambda", ["ListFunctions", "GetPolicy"])).toBeCloseTo(1_000);
    expect(await takeMany(200, "lambda", ["GetFunction"])).toBeCloseTo(1_000);
  });

  it("counts regions apart, and a call of two requests twice", async () => {
    const clock = fakeClock();
    const pacer = createPacer(clock);
    const request = { service: "ec2", operation: "DescribeVpcAttribute", requests: 2 };
    for (let index = 0; index < 60; index += 1) await pacer.take({ ...request, region: "eu-west-1" });
    expect(clock.elapsedMs).toBeCloseTo(1_000);
    await pacer.take({ ...request, region: "us-east-1" });
    expect(clock.elapsedMs).toBeCloseTo(1_000);
  });

  it("slows everybody down after throttling", async () => {
    const clock = fakeClock();
    const pacer = createPacer(clock);
    const request = { region: "eu-west-1", service: "ec2", operation: "DescribeVpcs" };
    pacer.drain(request);
    await pacer.take(request);
    expect(clock.elapsedMs).toBeCloseTo(50);
  });

  it("waits no longer than it is wanted", async () => {
    const canceled = new AbortController();
    const pacer = createPacer();
    const request = { region: "eu-west-1", service: "lambda", operation: "ListFunctions", requests: 1_000 };
    const waiting = pacer.take(request, canceled.signal);
    canceled.abort();
    await expect(waiting).rejects.toThrow();
  });
});
