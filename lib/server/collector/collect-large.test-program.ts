import { buildNetwork } from "@/lib/core/network/build-network";
import { startTestApp } from "@/lib/testing/start-test-app";
import { getSnapshot } from "../services/snapshots/get-snapshot";
import { listSnapshots } from "../services/snapshots/list-snapshots";
import { migrate } from "../store/migrate";
import { openPglite } from "../store/open-pglite";
import { loadCaptures } from "../store/snapshot-store/load-captures";
import { saveCapture } from "../store/snapshot-store/save-capture";
import { insertSnapshot } from "../store/snapshot-store/snapshot-rows";
import { watchProcess } from "./watch-process.test-builder";

/** For `scripts/bench/collect-large.mjs`: collects once from an endpoint, stores, reopens, and prints what it took. */
const endpoint = process.env["BENCH_ENDPOINT"] ?? "";
const folder = process.env["BENCH_FOLDER"] ?? "";

const database = await openPglite(folder);
await migrate(database);
const watched = watchProcess();
const startedAt = performance.now();
// It collects by itself, as there is no snapshot yet.
const app = await startTestApp({ database, endpoint, region: "eu-west-1", runsOperations: false });
const ctx = app.request();
let snapshot = (await listSnapshots(ctx)).items[0];
while (snapshot?.status === "collecting") {
  await new Promise((resolve) => setTimeout(resolve, 50));
  snapshot = await getSnapshot(ctx, snapshot.id);
}
if (snapshot?.status !== "ready") throw new Error(`The snapshot is ${JSON.stringify(snapshot)}.`);
const collectedMs = performance.now() - startedAt;
const collecting = watched.stop();

const reopening = watchProcess();
const reopenedAt = performance.now();
const captures = await loadCaptures(database, snapshot.id);
const reopenMs = performance.now() - reopenedAt;
const reopened = reopening.stop();
const builtAt = performance.now();
buildNetwork({ captures });
const buildMs = performance.now() - builtAt;

// Into a store of its own: in the first one every chunk is there already.
const fresh = await openPglite(null);
await migrate(fresh);
const storedAt = performance.now();
const now = new Date();
const row = { id: "again", name: "again", source: "live", status: "collecting", capturedAt: now } as const;
await insertSnapshot(fresh.db, row);
for (const [index, capture] of captures.entries())
  await saveCapture(fresh, { id: String(index), snapshotId: "again" }, capture);
const storeMs = performance.now() - storedAt;
await fresh.close();

const { coverage, counts } = snapshot;
process.stdout.write(
  `${JSON.stringify({ collectedMs, collecting, reopened, reopenMs, buildMs, storeMs, coverage, counts })}\n`,
);
await app.stop();
await database.close();
process.exit(0);
