import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { getRuntime, stopRuntime } from "./runtime";
import { startRuntime } from "./start-runtime";

let folder: string;
let sandbox: TestSandbox;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mooring-runtime-"));
  sandbox = await startSandbox({ scenario: "empty" });
});
afterEach(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});
const env = () => ({ MOORING_DATA_DIR: folder, AWS_ENDPOINT_URL: sandbox.url, DATABASE_URL: "" });

describe("the runtime", () => {
  it("starts, refuses a second process's worth in the same folder, stops, and leaves the folder free", async () => {
    const runtime = await startRuntime(env());
    expect(runtime.context.database.kind).toBe("pglite");
    await expect(startRuntime(env())).rejects.toThrow("in use by another Mooring");
    await runtime.stop();
    await (await startRuntime(env())).stop();
  });

  it("is one per process, however often it is asked for, and can be started again after it stopped", async () => {
    const before = { ...process.env };
    Object.assign(process.env, env());
    try {
      const [first, second] = await Promise.all([getRuntime(), getRuntime()]);
      expect(first).toBe(second);
      await stopRuntime();
      expect(await getRuntime()).not.toBe(first);
      await stopRuntime();
    } finally {
      process.env = before;
    }
  });

  it("starts on the next call where it could not start on the first", async () => {
    const before = { ...process.env };
    Object.assign(process.env, env(), { HOST: "0.0.0.0" });
    try {
      await expect(getRuntime()).rejects.toThrow("HOST=0.0.0.0 is refused");
      process.env["HOST"] = "127.0.0.1";
      expect((await getRuntime()).config.host).toBe("127.0.0.1");
      await stopRuntime();
    } finally {
      process.env = before;
    }
  });

  it("names host and database, and not the password, of a PostgreSQL that is not there", async () => {
    const starting = startRuntime({ ...env(), DATABASE_URL: "postgresql://u:hunter2@127.0.0.1:1/mooring" });
    await expect(starting).rejects.toThrow("PostgreSQL at 127.0.0.1:1/mooring (DATABASE_URL) cannot be used");
    await expect(starting).rejects.not.toThrow("hunter2");
  });
});
