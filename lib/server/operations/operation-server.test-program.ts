import { startTestApp } from "@/lib/testing/start-test-app";
import { createLog } from "../log";
import { listOperations } from "../services/operations/list-operations";
import { openDatabase } from "../store/open-database";

/** A server that carries operations out, to be killed by `operation-takeover.integration.test.ts`. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const env = (name: string) => process.env[name] ?? "";
const database = await openDatabase(
  { dataDir: env("TEST_DATA_DIR"), databaseUrl: process.env["TEST_DATABASE_URL"] ?? null },
  createLog(() => new Date()),
);
const app = await startTestApp({
  database,
  endpoint: env("TEST_ENDPOINT"),
  region: env("TEST_REGION"),
  credentials: { accessKeyId: env("TEST_ACCESS_KEY"), secretAccessKey: "any" },
});
if (env("TEST_INTENT") !== "") {
  await app.collect();
  const { id } = await app.carryOut(JSON.parse(env("TEST_INTENT")) as Parameters<typeof app.carryOut>[0]);
  say(`begun ${id}`);
}
const { items } = await listOperations(app.request(), { limit: 1 });
const operation = await app.ended(items[0]?.id ?? "", 60_000);
say(`ended ${operation.status} ${String(operation.transitions.length)}`);
