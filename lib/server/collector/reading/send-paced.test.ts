import { describe, expect, it } from "vitest";
import { createPacer } from "../../aws/pacing/pacer";
import { sendPaced } from "./send-paced";

const request = { region: "eu-west-1", service: "ec2", operation: "DescribeVpcs" };

/** Time passes only while somebody sleeps. */
function fakePacer() {
  let now = 0;
  return createPacer({
    now: () => now,
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
  });
}

function failing(times: number, name: string) {
  let calls = 0;
  return {
    get calls() {
      return calls;
    },
    send: () => {
      calls += 1;
      return calls <= times
        ? Promise.reject(Object.assign(new Error("no"), { name }))
        : Promise.resolve("done");
    },
  };
}

describe("sendPaced", () => {
  it("waits throttling out, however long it lasts", async () => {
    const api = failing(40, "RequestLimitExceeded");
    expect(await sendPaced(fakePacer(), request, api.send, undefined)).toBe("done");
    expect(api.calls).toBe(41);
  });

  it("throws anything else at once", async () => {
    const api = failing(1, "UnauthorizedOperation");
    await expect(sendPaced(fakePacer(), request, api.send, undefined)).rejects.toThrow("no");
    expect(api.calls).toBe(1);
  });

  it("stops waiting when it is aborted", async () => {
    const canceled = new AbortController();
    const send = () => {
      canceled.abort(new Error("canceled"));
      return Promise.reject(Object.assign(new Error("slow down"), { name: "Throttling" }));
    };
    await expect(sendPaced(fakePacer(), request, send, canceled.signal)).rejects.toThrow("canceled");
  });
});
