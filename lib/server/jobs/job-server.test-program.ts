import { randomUUID } from "node:crypto";
import { createLog } from "../log";
import { openDatabase } from "../store/open-database";
import { startJobQueue } from "./start-job-queue";

/** A server with one slow job, to be killed by `job-queue.integration.test.ts`; says what it does on stdout. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = createLog(() => new Date());
const database = await openDatabase(
  { dataDir: process.env["TEST_DATA_DIR"] ?? "", databaseUrl: process.env["TEST_DATABASE_URL"] ?? null },
  log,
);
const jobs = await startJobQueue({ database, log, ids: { uuid: () => randomUUID() } });
const durationMs = Number(process.env["TEST_DURATION_MS"]);
if (process.env["TEST_SEND"] === "1") await jobs.send("operations", { name: "work" }, { singletonKey: "fn" });
await jobs.work("operations", async (job: { id: string }) => {
  say(`begin ${job.id}`);
  await new Promise((resolve) => setTimeout(resolve, durationMs));
  say(`end ${job.id}`);
});
say("ready");
process.once("SIGTERM", () => {
  void jobs
    .stop()
    .then(() => database.close())
    .then(() => process.exit(0));
});
