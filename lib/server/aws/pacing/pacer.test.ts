import { describe, expect, it } from "vitest";
import { createPacer, type PacedRequest } from "./pacer";

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

const vpcs: PacedRequest = { region: "eu-west-1", service: "ec2", operation: "DescribeVpcs", share: 1 };

async function takeMany(
  count: number,
  requests: readonly PacedRequest[],
  pacer = createPacer(fakeClock()),
): Promise<number> {
  const waits: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const request = requests[index % requests.length];
    if (request !== undefined) waits.push(await pacer.take(request));
  }
  return waits.reduce((sum, ms) => sum + ms, 0);
}

describe("createPacer", () => {
  it("keeps a bucket per account and region", async () => {
    const there: PacedRequest = { ...vpcs, accountId: "210987654321" };
    const far: PacedRequest = { ...there, region: "eu-central-1" };
    expect(await takeMany(300, [vpcs, there, far])).toBe(0);
    expect(await takeMany(300, [vpcs])).toBeGreaterThan(0);
  });

  it("lets a burst through and holds the rest to the rate", async () => {
    expect(await takeMany(100, [vpcs])).toBe(0);
    expect(await takeMany(140, [vpcs])).toBeCloseTo(2_000);
  });

  it("keeps to half of bucket and rate where nothing else is asked for", async () => {
    const half = { region: "eu-west-1", service: "ec2", operation: "DescribeVpcs" };
    expect(await takeMany(50, [half])).toBe(0);
    expect(await takeMany(70, [half])).toBeCloseTo(2_000);
  });

  it("never takes more than AWS's bucket for all shares together", async () => {
    expect(await takeMany(170, [vpcs, { ...vpcs, share: 0.7 }])).toBeCloseTo(3_500);
  });

  it("counts each EC2 API by itself", async () => {
    expect(await takeMany(200, [vpcs, { ...vpcs, operation: "DescribeSubnets" }])).toBe(0);
  });

  it("counts Lambda's control APIs together, and GetFunction apart", async () => {
    const lambda = { region: "eu-west-1", service: "lambda", share: 1 };
    const control = ["ListFunctions", "UpdateFunctionConfiguration"];
    expect(
      await takeMany(
        30,
        control.map((operation) => ({ ...lambda, operation })),
      ),
    ).toBeCloseTo(1_000);
    expect(await takeMany(200, [{ ...lambda, operation: "GetFunction" }])).toBeCloseTo(1_000);
  });

  it("counts regions apart", async () => {
    expect(await takeMany(200, [vpcs, { ...vpcs, region: "us-east-1" }])).toBe(0);
  });

  it("makes room for a request that did not wait", async () => {
    const pacer = createPacer(fakeClock());
    for (let index = 0; index < 110; index += 1) pacer.count(vpcs);
    expect(await takeMany(1, [vpcs], pacer)).toBeCloseTo(550);
  });

  it("slows everybody down after throttling, those who wait already too", async () => {
    const clock = fakeClock();
    const pacer = createPacer(clock);
    pacer.slowDown(vpcs);
    expect(await pacer.take(vpcs)).toBeGreaterThan(50);
    const waiting = Array.from({ length: 20 }, () => pacer.take(vpcs));
    pacer.slowDown(vpcs);
    await Promise.all(waiting);
    expect(clock.elapsedMs).toBeGreaterThan(1_050);
  });

  it("recovers its rate when AWS no longer throttles", async () => {
    const clock = fakeClock();
    const pacer = createPacer(clock);
    for (let second = 0; second < 20; second += 1) {
      pacer.slowDown(vpcs);
      await clock.sleep(1_001);
    }
    await clock.sleep(60_000);
    await takeMany(100, [vpcs], pacer);
    expect(await takeMany(20, [vpcs], pacer)).toBeCloseTo(1_000);
  });

  it("keeps nobody longer than those before it need", async () => {
    const pacer = createPacer(fakeClock());
    const waits = await Promise.all(Array.from({ length: 150 }, () => pacer.take(vpcs)));
    for (const [index, waitedMs] of waits.entries()) {
      expect(waitedMs).toBeLessThanOrEqual(Math.max(0, index - 99) * 50 + 0.001);
    }
  });

  it("waits no longer than it is wanted, and keeps nobody else waiting for it", async () => {
    const canceled = new AbortController();
    const pacer = createPacer();
    const request = { region: "eu-west-1", service: "ec2", operation: "CreateVpcEndpoint", share: 1 };
    for (let index = 0; index < 4; index += 1) await pacer.take(request);
    const waiting = pacer.take(request, canceled.signal);
    canceled.abort(new Error("canceled"));
    await expect(waiting).rejects.toThrow("canceled");
  });
});
