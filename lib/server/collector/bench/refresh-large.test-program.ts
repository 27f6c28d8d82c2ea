import { CHANGING_KEYS } from "@/lib/core/network/states/changing-kinds";
import { startTestApp } from "@/lib/testing/start-test-app";
import { dependentCalls } from "../../aws/reads/dependent-calls";
import { regionCalls } from "../../aws/reads/region-calls";
import { collectSnapshot } from "../../services/snapshots/collect-snapshot";
import { getSnapshot } from "../../services/snapshots/get-snapshot";
import { listSnapshots } from "../../services/snapshots/list-snapshots";
import { migrate } from "../../store/migrate";
import { openPglite } from "../../store/open-pglite";

/**
 * For `scripts/bench/refresh-large.mjs`: reads all once, then asks for a refresh every 10 s for some minutes, whether or
 * not the one before has ended (then it is joined), and prints what was asked for and what each refresh took.
 */
const endpoint = process.env["BENCH_ENDPOINT"] ?? "";
const minutes = Number(process.env["BENCH_MINUTES"] ?? "3");
const EVERY_MS = 10_000;

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
  Array.from({ length: Math.ceil((minutes * 60_000) / EVERY_MS) }, async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, index * EVERY_MS));
    const askedAt = performance.now();
    const { id, status } = await collectSnapshot(app.request(), { source: "live", scope: "changing" }, false);
    if (status !== "ready") throw new Error(`Refresh ${id} is ${status}.`);
    return { id, atMs: askedAt - startedAt, tookMs: performance.now() - askedAt };
  }),
);

const calls = [...regionCalls, ...dependentCalls].filter(({ resourceKey }) => CHANGING_KEYS.has(resourceKey));
const changing = new Set(calls.map(({ call }) => call));
/** Of each refresh what it took, from when it was asked for first, and its calls alone. */
const refreshes = await Promise.all(
  [...new Set(asked.map(({ id }) => id))].map(async (id) => {
    const { coverage } = await getSnapshot(ctx, id);
    const [begun] = asked.filter((one) => one.id === id);
    return { id, ...begun, coverage: coverage.filter(({ call }) => changing.has(call)) };
  }),
);
await app.stop();
await database.close();
process.stdout.write(`${JSON.stringify({ asked, refreshes, counts: first.counts })}\n`);
process.exit(0);
