// How long `npm start` takes when everything is installed and built: `node scripts/bench/second-start.mjs [runs]`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../setup/paths.mjs";
import { freePort } from "../setup/ports.mjs";

const runs = Number(process.argv[2] ?? 3);
const folder = mkdtempSync(path.join(tmpdir(), "mooring-bench-"));

async function startOnce() {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), MOORING_DATA_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  await new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => String(chunk).includes(`:${port}`) && resolve());
    child.once("exit", (code) => reject(new Error(`ended with code ${code}`)));
  });
  const tookMs = performance.now() - begun;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  await exited;
  return tookMs;
}

try {
  console.log(`first start (data folder new): ${Math.round(await startOnce())} ms`);
  for (let run = 1; run <= runs; run += 1)
    console.log(`start again, run ${run}: ${Math.round(await startOnce())} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
