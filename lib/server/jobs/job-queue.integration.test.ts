import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { bundleProgram, type BundledProgram, type RunningProgram } from "@/lib/testing/run-bundled";
import { silentLog } from "@/lib/testing/silent-log";
import { createPostgresDatabase, withDatabase } from "@/lib/testing/with-database";
import type { Job, JobQueue } from "./job-queue";
import { startJobQueue } from "./start-job-queue";

interface Named {
  name: string;
}
/** A handler that keeps the names of its jobs. */
function createMemory() {
  const seen: string[] = [];
  const remember = ({ data }: Job<Named>) => {
    seen.push(data.name);
    return Promise.resolve();
  };
  return { seen, remember };
}
const waitMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const fast = { pollingIntervalSeconds: 0.2 };
const shortLease = { retryLimit: 3, retryDelaySeconds: 0, leaseSeconds: 1 };

withDatabase("the job queue", (database) => {
  const started: JobQueue[] = [];
  const startQueue = async () => {
    const queue = await startJobQueue({
      database: database(),
      log: silentLog,
      ids: { uuid: () => randomUUID() },
      queues: { operations: shortLease, collect: { ...shortLease, leaseSeconds: 2, retryLimit: 1 } },
      expiryCheckSeconds: 1,
    });
    started.push(queue);
    return queue;
  };
  afterEach(async () => {
    await Promise.all(started.splice(0).map((queue) => queue.stop()));
    await database().executeSql("delete from pgboss.job where name = $1 or name = $2", [
      "operations",
      "collect",
    ]);
  });

  it("starts on two instances at once", async () => {
    await Promise.all([startQueue(), startQueue()]);
    expect(started).toHaveLength(2);
  });

  it("wakes an idle worker at once, long before its next poll", async () => {
    const queue = await startQueue();
    const { seen, remember } = createMemory();
    await queue.work<Named>("operations", remember, {
      pollingIntervalSeconds: 60,
    });
    await waitMs(300);
    await queue.send("operations", { name: "a" });
    await expect.poll(() => seen, { timeout: 3000 }).toEqual(["a"]);
  });

  it("sends a job with the change when, and only when, that commits", async () => {
    const queue = await startQueue();
    const { seen, remember } = createMemory();
    await queue.work<Named>("operations", remember, fast);
    const failing = database().transaction(async (tx) => {
      await queue.send("operations", { name: "lost" }, { tx });
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    await database().transaction((tx) => queue.send("operations", { name: "kept" }, { tx }));
    await expect.poll(() => seen).toEqual(["kept"]);
  });

  it("never runs two jobs of one key together, loses none, and lets other keys pass", async () => {
    const queues = [await startQueue(), await startQueue()];
    const running = new Map<string, number>();
    const done: string[] = [];
    let isOverlapping = false;
    let isParallel = false;
    const handler = async ({ data }: Job<Named & { key: string }>) => {
      running.set(data.key, (running.get(data.key) ?? 0) + 1);
      if ((running.get(data.key) ?? 0) > 1) isOverlapping = true;
      if ([...running.values()].filter((n) => n > 0).length > 1) isParallel = true;
      // The first stays until another key's job has come, however long that takes on a busy machine.
      await expect.poll(() => isParallel || data.name !== "a1", { timeout: 10_000 }).toBe(true);
      await waitMs(150);
      running.set(data.key, (running.get(data.key) ?? 0) - 1);
      done.push(data.name);
    };
    for (const queue of queues) await queue.work("operations", handler, { ...fast, concurrency: 2 });
    for (const name of ["a1", "a2", "a3", "b1"]) {
      const key = name.slice(0, 1);
      await queues[0]?.send("operations", { name, key }, { singletonKey: key });
    }
    await expect.poll(() => [...done].sort(), { timeout: 15_000 }).toEqual(["a1", "a2", "a3", "b1"]);
    expect({ isOverlapping, isParallel }).toEqual({ isOverlapping: false, isParallel: true });
  });

  it("keeps a job that runs longer than its lease to itself", async () => {
    const queues = [await startQueue(), await startQueue()];
    let begun = 0;
    let ended = 0;
    for (const queue of queues) {
      await queue.work(
        "operations",
        async ({ signal }) => {
          begun += 1;
          await waitMs(4500);
          if (!signal.aborted) ended += 1;
        },
        fast,
      );
    }
    await queues[0]?.send("operations", { name: "long" }, { singletonKey: "fn" });
    await expect.poll(() => ended, { timeout: 8000 }).toBe(1);
    await waitMs(1500);
    expect(begun).toBe(1);
  });

  it("tries a failed job again up to its limit", async () => {
    const queue = await startQueue();
    let attempts = 0;
    await queue.work(
      "collect",
      () => {
        attempts += 1;
        return Promise.reject(new Error("on purpose"));
      },
      fast,
    );
    await queue.send("collect", { name: "bad" });
    await expect.poll(() => attempts, { timeout: 8000 }).toBe(2);
    await waitMs(1000);
    expect(attempts).toBe(2);
  });

  it("hands a running job back when the server stops, for another to take up", async () => {
    const first = await startQueue();
    const handed: string[] = [];
    await first.work(
      "operations",
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          handed.push("begun");
          signal.addEventListener("abort", () => {
            reject(new Error("stopped"));
          });
        }),
      fast,
    );
    await first.send("operations", { name: "x" }, { singletonKey: "fn" });
    await expect.poll(() => handed).toEqual(["begun"]);
    await first.stop();
    const second = await startQueue();
    await second.work("operations", () => Promise.resolve(void handed.push("again")), fast);
    await expect.poll(() => handed, { timeout: 5000 }).toEqual(["begun", "again"]);
  });
});

describe.concurrent("a server that dies in the middle of a job", () => {
  let program: BundledProgram;
  beforeAll(async () => {
    program = await bundleProgram("lib/server/jobs/job-server.test-program.ts");
  });
  afterAll(() => {
    program.remove();
  });

  /** Milliseconds from the restarted server being ready to its having done the dead one's job. */
  async function killAndRestart(env: Record<string, string>): Promise<number> {
    const running: RunningProgram[] = [];
    const start = (more: Record<string, string>) => {
      const server = program.start({ ...env, ...more });
      running.push(server);
      return server;
    };
    try {
      const first = start({ TEST_SEND: "1", TEST_DURATION_MS: "600000" });
      const begun = await waitForLine(first, /^begin/);
      await first.kill();
      const second = start({ TEST_DURATION_MS: "10" });
      await waitForLine(second, /^ready/);
      const readyAt = performance.now();
      await waitForLine(second, new RegExp(`^${begun.replace("begin", "end")}$`));
      return performance.now() - readyAt;
    } finally {
      await Promise.all(running.map((server) => server.kill()));
    }
  }

  it("leaves it to the next one within 30 seconds, on PGlite", { timeout: 120_000 }, async ({ expect }) => {
    const folder = await mkdtemp(path.join(tmpdir(), "mooring-jobs-"));
    try {
      expect(await killAndRestart({ TEST_DATA_DIR: folder })).toBeLessThan(30_000);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  const serverUrl = inject("postgresUrl");
  it.skipIf(serverUrl === null)(
    "leaves it to the next one within 30 seconds, on PostgreSQL",
    { timeout: 120_000 },
    async ({ expect }) => {
      const server = await createPostgresDatabase(serverUrl ?? "");
      try {
        expect(await killAndRestart({ TEST_DATABASE_URL: server.url })).toBeLessThan(30_000);
      } finally {
        await server.drop();
      }
    },
  );
});

async function waitForLine(server: RunningProgram, pattern: RegExp): Promise<string> {
  for (let waitedMs = 0; waitedMs < 50_000; waitedMs += 50) {
    const line = server.lines.find((text) => pattern.test(text));
    if (line !== undefined) return line;
    await waitMs(50);
  }
  throw new Error(`No line ${String(pattern)} came, only: ${server.lines.join(" | ")}`);
}
