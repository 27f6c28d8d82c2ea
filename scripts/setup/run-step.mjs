import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./paths.mjs";

/**
 * Runs one of the project's tools (a file under node_modules) and shows what it says only when it fails, unless `show`.
 * @returns {boolean} whether it passed
 */
export function runStep(name, [tool, ...args], { env = {}, show = false } = {}) {
  const begun = Date.now();
  process.stdout.write(`${name} … ${show ? "\n" : ""}`);
  const result = spawnSync(process.execPath, [path.join(root, "node_modules", tool), ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    encoding: "utf8",
    stdio: show ? "inherit" : "pipe",
    maxBuffer: 256 * 1024 * 1024,
  });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const hasPassed = result.status === 0;
  console.log(`${show ? `${name}: ` : ""}${hasPassed ? "ok" : "FAILED"} (${seconds} s)`);
  if (!hasPassed && !show) console.log(`${result.stdout}\n${result.stderr}`);
  return hasPassed;
}
