import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { measureMillionRules } from "./measure-million-rules.test-builder";
import { measureReachability } from "./measure-reachability.test-builder";
import type { Capture } from "@/lib/core/network/snapshot";
import { startTestApp } from "@/lib/testing/start-test-app";
import { getSnapshot } from "../../services/snapshots/get-snapshot";
import { listSnapshots } from "../../services/snapshots/list-snapshots";
import { migrate } from "../../store/migrate";
import { openPglite } from "../../store/open-pglite";
import { loadCaptures } from "../../store/snapshot-store/load-captures";

/**
 * For `scripts/bench/reachability-large.mjs`: with an endpoint, reads all of it once and keeps the captures in a file;
 * without, measures the engine on that file and prints the figures: of each share of its VPCs, one after the other, and of
 * a group with a million rules.
 */
const endpoint = process.env["BENCH_ENDPOINT"];
const file = process.env["BENCH_CAPTURES"] ?? "";
const POLL_MS = 50;

async function collect(from: string): Promise<readonly Capture[]> {
  const database = await openPglite(null);
  await migrate(database);
  const app = await startTestApp({ database, endpoint: from, region: "eu-west-1", runsOperations: false });
  const ctx = app.request();
  let snapshot = (await listSnapshots(ctx)).items[0];
  while (snapshot?.status === "collecting") {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    snapshot = await getSnapshot(ctx, snapshot.id);
  }
  if (snapshot?.status !== "ready") throw new Error(`The snapshot is ${JSON.stringify(snapshot)}.`);
  return loadCaptures(database, snapshot.id);
}

if (endpoint !== undefined && !existsSync(file)) {
  writeFileSync(file, JSON.stringify(await collect(endpoint)));
  process.stdout.write(`{"kept":true}\n`);
} else {
  // Written by the branch above.
  const captures = JSON.parse(readFileSync(file, "utf8")) as Capture[];
  const shares = (process.env["BENCH_SHARES"] ?? "1").split(",").map(Number);
  const figures = shares.map((share) => measureReachability(captures, share));
  process.stdout.write(`${JSON.stringify({ figures, millionRules: measureMillionRules() })}\n`);
}
process.exit(0);
