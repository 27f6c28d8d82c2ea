import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./paths.mjs";

/**
 * Runs one of the project's tools (a file under node_modules) and shows what it says only when it fails, unless `show`.
 * @param {string} name
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, show?: boolean }} options
 * @returns {Promise<boolean>} whether it passed
 */
export function runStep(name, [tool, ...args], { env = {}, show = false } = {}) {
  const begun = Date.now();
  if (show) console.log(`${name} …`);
  const child = spawn(process.execPath, [path.join(root, "node_modules", tool), ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: show ? "inherit" : "pipe",
  });
  const said = [];
  child.stdout?.on("data", (chunk) => said.push(chunk));
  child.stderr?.on("data", (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.once("close", (code) => {
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      console.log(`${name}: ${code === 0 ? "ok" : "FAILED"} (${seconds} s)`);
      if (code !== 0 && !show) console.log(Buffer.concat(said).toString("utf8"));
      resolve(code === 0);
    });
  });
}

/**
 * Runs steps in order, two at a time: a machine that runs them has two cores at least. All run even where one fails.
 * @param {(() => Promise<boolean>)[]} steps
 * @returns {Promise<boolean>} whether all passed
 */
export async function runSteps(steps) {
  const waiting = [...steps];
  const results = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await step());
  };
  await Promise.all([lane(), lane()]);
  return results.every(Boolean);
}
