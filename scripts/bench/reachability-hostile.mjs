// What questions about networks of hostile shapes and sizes cost: `node scripts/bench/reachability-hostile.mjs [words]`.
// Each shape has a process of its own; with words, only those whose name holds them all. Fails above five seconds.
import path from "node:path";
import { root } from "../setup/paths.mjs";
import { startProgram, stopPrograms, waitForLine } from "../setup/processes.mjs";
import { bundleBench, bundles } from "./bundle-bench.mjs";

const LIMIT_MS = 5_000;
const program = path.join(bundles, "reachability-hostile.mjs");

async function run(env) {
  const flags = ["--max-old-space-size=4096", program];
  const start = (onLine) => startProgram(flags, { env: { ...process.env, ...env }, cwd: root, onLine });
  const { match } = await waitForLine(start, /^(\{".*\})$/, 120_000);
  return JSON.parse(match[1]);
}

/** Building the network counts with the first question, which is what a person waits for. */
async function measure(name) {
  try {
    const { figures } = await run({ BENCH_SHAPE: name });
    const [built, first, ...more] = figures.map(({ ms }) => ms);
    const times = [built + first, ...more];
    const isMet = times.every((ms) => ms <= LIMIT_MS);
    console.log(`${isMet ? "met   " : "MISSED"} ${name}: ${times.map((ms) => ms.toFixed(0)).join(", ")} ms`);
    return isMet;
  } catch (error) {
    console.log(`FAILED ${name}: ${error.message}`);
    return false;
  } finally {
    await stopPrograms();
  }
}

await bundleBench({
  "reachability-hostile": "lib/server/collector/bench/reachability-hostile.test-program.ts",
});
const words = process.argv.slice(2);
const { names } = await run({ BENCH_SHAPE: "" });
const verdicts = [];
for (const name of names.filter((one) => words.every((word) => one.includes(word)))) {
  verdicts.push(await measure(name));
}
process.exit(verdicts.length > 0 && verdicts.every(Boolean) ? 0 : 1);
