import { describe, expect, it } from "vitest";
import { createPacer } from "../../aws/pacing/pacer";
import { startCallRecord } from "./call-record";
import { sendPaced, type PacedSending } from "./send-paced";

/** Time passes only while somebody sleeps. */
function sending(signal?: AbortSignal): PacedSending {
  let now = 0;
  const pacer = createPacer({
    now: () => now,
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
  });
  const request = { region: "eu-west-1", service: "ec2", operation: "DescribeVpcs" };
  return { pacer, request, record: startCallRecord(), signal };
}

function failing(times: number, failure: object) {
  let calls = 0;
  return {
    get calls() {
      return calls;
    },
    send: () => {
      calls += 1;
      return calls <= times
        ? Promise.reject(Object.assign(new Error("no"), failure))
        : Promise.resolve("done");
    },
  };
}

describe("sendPaced", () => {
  it("waits throttling out, however long it lasts, and records it", async () => {
    const api = failing(40, { name: "RequestLimitExceeded" });
    const paced = sending();
    expect(await sendPaced(paced, api.send)).toBe("done");
    expect(api.calls).toBe(41);
    expect(paced.record).toMatchObject({ requests: 41, retries: 40, throttled: 40 });
    expect(paced.record.waitedMs).toBeGreaterThan(10_000);
  });

  it.each([
    ["a server's error", { $metadata: { httpStatusCode: 500 } }],
    ["a reset connection", { code: "ECONNRESET" }],
    [
      "an answer cut off",
      { message: "Deserialization error: Unclosed tag", $metadata: { httpStatusCode: 200 } },
    ],
  ])("repeats after %s, five times at most", async (_what, failure) => {
    expect(await sendPaced(sending(), failing(5, failure).send)).toBe("done");
    const lasting = failing(99, failure);
    await expect(sendPaced(sending(), lasting.send)).rejects.toThrow();
    expect(lasting.calls).toBe(6);
  });

  it.each(["RequestTimeTooSkewed", "InvalidSignatureException", "AuthFailure"])(
    "repeats after %s, since the SDK has set its clock by then",
    async (name) => {
      expect(await sendPaced(sending(), failing(2, { name }).send)).toBe("done");
      await expect(sendPaced(sending(), failing(3, { name }).send)).rejects.toThrow("no");
    },
  );

  it.each(["UnauthorizedOperation", "InvalidParameterValue", "ExpiredToken", "NotLoopbackError"])(
    "throws %s at once",
    async (name) => {
      const api = failing(1, { name });
      const paced = sending();
      await expect(sendPaced(paced, api.send)).rejects.toThrow("no");
      expect(paced.record).toMatchObject({ requests: 1, retries: 0, throttled: 0 });
    },
  );

  it("stops waiting when it is aborted", async () => {
    const canceled = new AbortController();
    const send = () => {
      canceled.abort(new Error("canceled"));
      return Promise.reject(Object.assign(new Error("slow down"), { name: "Throttling" }));
    };
    await expect(sendPaced(sending(canceled.signal), send)).rejects.toThrow("canceled");
  });

  it("counts what requests of one call wait at the same time once", async () => {
    const record = startCallRecord();
    const waits = [100, 150, 120];
    const pacer = { ...createPacer(), take: () => Promise.resolve(waits.shift() ?? 0) };
    const paced = { ...sending(), record, pacer };
    const send = () => Promise.resolve("done");
    await Promise.all([sendPaced(paced, send), sendPaced(paced, send)]);
    expect(record.waitedMs).toBe(150);
    await sendPaced(paced, send);
    expect(record.waitedMs).toBe(270);
  });
});
