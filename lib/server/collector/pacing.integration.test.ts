import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { collectSnapshot } from "../services/snapshots/collect-snapshot";
import { getNetwork } from "../services/snapshots/get-network";
import { getSnapshot } from "../services/snapshots/get-snapshot";
import { listSnapshots } from "../services/snapshots/list-snapshots";
import type { Database } from "../store/database";
import { migrate } from "../store/migrate";
import { openPglite } from "../store/open-pglite";
import { readStatesNow } from "./refresh/read-states-now";

interface BucketLevel {
  bucket: string;
  capacity: number;
  lowest: number;
}

/** AWS's own rates are on, and what counts is what the sandbox saw. */
describe("with AWS's rates", () => {
  let sandbox: TestSandbox;
  let database: Database;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo", rates: true });
    database = await openPglite(null);
    await migrate(database);
  });
  afterAll(async () => {
    await database.close();
    await sandbox.close();
  });

  async function withApp<T>(caller: "admin" | "readOnly", run: (app: TestApp) => Promise<T>): Promise<T> {
    const { url: endpoint, region } = sandbox;
    const { credentials } = sandbox.clientConfig(caller);
    const app = await startTestApp({ database, endpoint, region, credentials, runsOperations: false });
    try {
      return await run(app);
    } finally {
      await app.stop();
    }
  }

  async function firstReading(app: TestApp): Promise<SnapshotSummary> {
    for (;;) {
      const { id = "" } = (await listSnapshots(app.request())).items[0] ?? {};
      const snapshot = await getSnapshot(app.request(), id);
      if (snapshot.status !== "collecting") return snapshot;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const buckets = async () => (await sandbox.control("GET", "rates"))["buckets"] as BucketLevel[];

  it("the first reading of the demo is throttled nowhere and leaves no gap", async () => {
    const { status, coverage } = await withApp("admin", firstReading);
    expect(status).toBe("ready");
    expect(coverage.filter((entry) => entry.status !== "ok")).toEqual([]);
    expect(coverage.reduce((sum, { throttled = 0, retries = 0 }) => sum + throttled + retries, 0)).toBe(0);
    expect((await buckets()).length).toBeGreaterThan(30);
    const { calls } = await sandbox.control("GET", "calls");
    expect((calls as { errorCode?: string }[]).filter(({ errorCode }) => errorCode !== undefined)).toEqual(
      [],
    );
  });

  it("a read-only user who refreshes without pause takes no more than half of any bucket", async () => {
    await sandbox.control("POST", "rates", { enabled: true });
    await withApp("readOnly", async (app) => {
      // A whole reading among them, as somebody may ask for who does not trust the quick one.
      for (const scope of ["changing", "all", "changing"] as const) {
        const ended = await collectSnapshot(app.request(), { source: "live", scope }, false);
        expect(ended.status).toBe("ready");
        // What a page of functions does by itself, in four windows: it would empty GetFunction's bucket at once.
        const { network } = await getNetwork({ ctx: app.request() });
        const arns = [...network.functionStates.keys()];
        const windows = Array.from({ length: 4 }, () => readStatesNow(app.request(), arns));
        for (const { unread } of await Promise.all(windows)) expect(unread).toEqual([]);
      }
    });
    const asked = await buckets();
    expect(asked.map(({ bucket }) => bucket)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/lambda.*control$/),
        expect.stringMatching(/DescribeSubnets/),
      ]),
    );
    expect(asked.filter(({ lowest, capacity }) => lowest < capacity / 2)).toEqual([]);
  });
});
