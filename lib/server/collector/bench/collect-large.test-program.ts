import { startTestApp } from "@/lib/testing/start-test-app";
import { getNetwork } from "../../services/snapshots/get-network";
import { getSnapshot } from "../../services/snapshots/get-snapshot";
import { listSnapshots } from "../../services/snapshots/list-snapshots";
import { migrate } from "../../store/migrate";
import { openPglite } from "../../store/open-pglite";
import { loadCaptures } from "../../store/snapshot-store/load-captures";
import { saveCapture } from "../../store/snapshot-store/save-capture";
import { insertSnapshot } from "../../store/snapshot-store/snapshot-rows";
import { watchProcess } from "./watch-process.test-builder";

/**
 * For `scripts/bench/collect-large.mjs`: collects once from an endpoint as a server does, reopens what it stored, and
 * prints what that took. This thread is the one that would serve pages; reading has its own, as under `npm start`.
 */
const endpoint = process.env["BENCH_ENDPOINT"] ?? "";
const folder = process.env["BENCH_FOLDER"] ?? "";
const POLL_MS = 10;

const database = await openPglite(folder);
await migrate(database);
// The job queue makes its tables, once in a data folder's life, before the server takes requests.
const app = await startTestApp({
  database,
  endpoint,
  region: "eu-west-1",
  runsOperations: false,
  readsInThread: true,
});
const beforeMb = process.memoryUsage.rss() / 1e6;
const watched = watchProcess();
const startedAt = performance.now();
const ctx = app.request();
// It collects by itself, as there is no snapshot yet.
let snapshot = (await listSnapshots(ctx)).items[0];
while (snapshot?.status === "collecting") {
  await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  snapshot = await getSnapshot(ctx, snapshot.id);
}
if (snapshot?.status !== "ready") throw new Error(`The snapshot is ${JSON.stringify(snapshot)}.`);
const collectedMs = performance.now() - startedAt;
const readyAt = Date.now();
const collecting = watched.stop();

/** What a page does first. */
const reopening = watchProcess();
const reopenedAt = performance.now();
await getNetwork({ ctx });
const reopenMs = performance.now() - reopenedAt;
const reopened = reopening.stop();

// All at once, as an import is stored; into a store of its own, as in the first one every chunk is there already.
const captures = await loadCaptures(database, snapshot.id);
const fresh = await openPglite(null);
await migrate(fresh);
const storedAt = performance.now();
const now = new Date();
const row = { id: "again", name: "again", source: "live", status: "collecting", capturedAt: now } as const;
await insertSnapshot(fresh.db, row);
for (const [index, capture] of captures.entries())
  await saveCapture(fresh, { id: String(index), snapshotId: "again" }, capture);
const storeAtOnceMs = performance.now() - storedAt;
await fresh.close();
await app.stop();
await database.close();

const { coverage, counts } = snapshot;
process.stdout.write(
  `${JSON.stringify({ collectedMs, readyAt, beforeMb, collecting, reopened, reopenMs, storeAtOnceMs, coverage, counts })}\n`,
);
process.exit(0);
