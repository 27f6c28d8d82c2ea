// What the benches of the scenario `large` share: their bundles, the sandbox at AWS's rates, and a store.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundlePrograms } from "../setup/build.mjs";
import { bundleFolder, root } from "../setup/paths.mjs";
import { startProgram, stopPrograms, waitForLine } from "../setup/processes.mjs";
import { bundleBench, bundles } from "./bundle-bench.mjs";

async function control(url, method, name, body) {
  const response = await fetch(`${url}/_sandbox/${name}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The very files that `npm start` runs, and the programs of a bench. */
async function bundle(entryPoints) {
  await bundlePrograms();
  await bundleBench({ sandbox: "lib/sandbox/main.ts", ...entryPoints });
}

export function prepareBench(latencyMs) {
  const folder = mkdtempSync(path.join(tmpdir(), "mooring-bench-"));
  const store = path.join(folder, "store");

  async function startSandbox() {
    const env = {
      ...process.env,
      PORT: "0",
      MOORING_DATA_DIR: path.join(folder, "sandbox"),
      MOORING_SANDBOX_SCENARIO: "large",
      MOORING_SANDBOX_RATES: "on",
      MOORING_SANDBOX_SPEED: "1",
    };
    const { match } = await waitForLine(
      (onLine) => startProgram([path.join(bundles, "sandbox.mjs")], { env, cwd: root, onLine }),
      /sandbox listening on (http:\/\/\S+)/,
      120_000,
    );
    await control(match[1], "POST", "faults", { kind: "latency", operation: "*", latencyMs });
    return match[1];
  }

  /** Runs a program that prints one line of JSON. */
  async function run(name, env, flags = []) {
    const { match } = await waitForLine(
      (onLine) =>
        startProgram([...flags, path.join(bundles, `${name}.mjs`)], {
          env: { ...process.env, BENCH_FOLDER: store, MOORING_WORKER_DIR: bundleFolder, ...env },
          cwd: root,
          onLine,
        }),
      /^(\{".*\})$/,
      1_800_000,
    );
    return JSON.parse(match[1]);
  }

  const stop = async () => {
    await stopPrograms();
    rmSync(folder, { recursive: true, force: true });
  };
  return { control, bundle, startSandbox, run, stop };
}
