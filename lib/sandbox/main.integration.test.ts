import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";

let folder: string;
let bundle: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-main-"));
  bundle = join(folder, "sandbox.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("main.ts", import.meta.url))],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // The SDK's ES modules: its CommonJS ones call `require`, which an ES module does not have.
    mainFields: ["module", "main"],
    logLevel: "error",
  });
});
afterAll(() => rm(folder, { recursive: true }));

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [bundle], {
    env: { NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines = (stream: NodeJS.ReadableStream) =>
    once(createInterface(stream), "line").then(([line]) => String(line));
  const exited = once(child, "exit").then(([code]: unknown[]) => code);
  return { child, exited, firstLine: () => lines(child.stdout), firstError: () => lines(child.stderr) };
}

it("bundles into one file that says where it listens, and saves its world when told to stop", async () => {
  const { child, exited, firstLine } = start({
    PORT: "0",
    MOORING_DATA_DIR: folder,
    MOORING_SANDBOX_SPEED: "50",
  });
  const line = await firstLine();
  expect(line).toMatch(/^sandbox listening on http:\/\/127\.0\.0\.1:\d+$/);
  const state: unknown = await (
    await fetch(`${line.replace("sandbox listening on ", "")}/_sandbox/state`)
  ).json();
  expect(state).toMatchObject({ scenario: "demo", speed: 50, rates: true });
  child.kill("SIGTERM");
  expect(await exited).toBe(0);
  expect(JSON.parse(await readFile(join(folder, "sandbox-world.json"), "utf8"))).toMatchObject({
    version: 3,
  });
});

it.each([
  [
    { MOORING_SANDBOX_SCENARIO: "moon" },
    "sandbox: There is no scenario moon. Known: demo, dual-stack, empty, hybrid, large, vpc-private, vpc-privatepublic.",
  ],
  [{ MOORING_SANDBOX_SPEED: "fast" }, "sandbox: MOORING_SANDBOX_SPEED must be a number, not fast."],
  [{ MOORING_SANDBOX_SPEED: "0" }, "sandbox: The sandbox's speed must be a number above zero, not 0."],
  [{ MOORING_SANDBOX_RATES: "maybe" }, "sandbox: MOORING_SANDBOX_RATES must be on or off, not maybe."],
])("refuses to start with %j in one line", async (env, message) => {
  const { exited, firstError } = start(env);
  expect(await firstError()).toBe(message);
  expect(await exited).toBe(1);
});
