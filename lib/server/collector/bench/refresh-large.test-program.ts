import { startTestApp } from "@/lib/testing/start-test-app";
import { collectSnapshot } from "../../services/snapshots/collect-snapshot";
import { getSnapshot } from "../../services/snapshots/get-snapshot";
import { listSnapshots } from "../../services/snapshots/list-snapshots";
import { migrate } from "../../store/migrate";
import { openPglite } from "../../store/open-pglite";

/**
 * For `scripts/bench/refresh-large.mjs`: reads all once, then refreshes every 10 s for a minute, whether or not the
 * refresh before has ended, and prints when each was asked for and how long it took.
 */
const endpoint = process.env["BENCH_ENDPOINT"] ?? "";
const EVERY_MS = 10_000;
const TIMES = 6;

const database = await openPglite(null);
await migrate(database);
const app = await startTestApp({
  database,
  endpoint,
  region: "eu-west-1",
  runsOperations: false,
  readsInThread: true,
});
const ctx = app.request();
let first = (await listSnapshots(ctx)).items[0];
while (first?.status === "collecting") {
  await new Promise((resolve) => setTimeout(resolve, 100));
  first = await getSnapshot(ctx, first.id);
}
if (first?.status !== "ready") throw new Error(`The snapshot is ${JSON.stringify(first)}.`);
// The first reading may take more than half; what counts is what refreshing takes of full buckets.
await fetch(`${endpoint}/_sandbox/rates`, { method: "POST", body: JSON.stringify({ enabled: true }) });

const startedAt = performance.now();
const asked = await Promise.all(
  Array.from({ length: TIMES }, async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, index * EVERY_MS));
    const askedAt = performance.now();
    const { id, status } = await collectSnapshot(app.request(), { source: "live", scope: "changing" }, false);
    if (status !== "ready") throw new Error(`Refresh ${id} is ${status}.`);
    return { id, atMs: askedAt - startedAt, tookMs: performance.now() - askedAt };
  }),
);
await app.stop();
await database.close();
process.stdout.write(`${JSON.stringify({ asked })}\n`);
process.exit(0);
