// The reachability engine on the scenario `large`: `node scripts/bench/reachability-large.mjs`. It reads the scenario
// once, at full speed, and keeps what it read beside the other caches; `--fresh` reads it anew.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../setup/paths.mjs";
import { startProgram, stopPrograms, waitForLine } from "../setup/processes.mjs";
import { bundleBench, bundles } from "./bundle-bench.mjs";

const captures = path.join(bundles, "large-captures.json");
const folder = mkdtempSync(path.join(tmpdir(), "mooring-bench-"));

async function startSandbox() {
  const env = {
    ...process.env,
    PORT: "0",
    MOORING_DATA_DIR: folder,
    MOORING_SANDBOX_SCENARIO: "large",
    MOORING_SANDBOX_RATES: "off",
  };
  const start = (onLine) => startProgram([path.join(bundles, "sandbox.mjs")], { env, cwd: root, onLine });
  const { match } = await waitForLine(start, /sandbox listening on (http:\/\/\S+)/, 120_000);
  return match[1];
}

async function run(env) {
  const program = path.join(bundles, "reachability.mjs");
  const flags = ["--expose-gc", "--max-old-space-size=4096"];
  const start = (onLine) =>
    startProgram([...flags, program], {
      env: { ...process.env, BENCH_CAPTURES: captures, ...env },
      cwd: root,
      onLine,
    });
  const { match } = await waitForLine(start, /^(\{".*\})$/, 600_000);
  return JSON.parse(match[1]);
}

const verdicts = [];
function report(what, value, most, unit) {
  const isMet = value <= most;
  verdicts.push(isMet);
  console.log(`${isMet ? "met   " : "MISSED"} ${what}: ${value.toFixed(2)} ${unit} (at most ${most})`);
}

/** On an engine that is warm, so that what the first of them pays for all is not taken for thrift of the others. */
async function reportGrowth() {
  const { figures } = await run({ BENCH_SHARES: "0.1,0.1,0.3,1" });
  const units = ({ rules, counts }) => rules + counts.sources * counts.targets;
  const each = (figure) => ((figure.cpu.build + figure.cpu.matrix) / units(figure)) * 1000;
  const [, smallest, ...larger] = figures;
  console.log("how cost grows (processor time of build and matrix, by rules and answers):");
  for (const figure of [smallest, ...larger]) {
    const { rules, counts, cpu } = figure;
    console.log(
      `       ${Math.round(figure.share / smallest.share)}×: ${rules} rules, ${counts.sources} × ${counts.targets} answers; ` +
        `${cpu.build.toFixed(0)} + ${cpu.matrix.toFixed(0)} ms, ${each(figure).toFixed(1)} µs each`,
    );
  }
  for (const figure of larger) {
    const times = units(figure) / units(smallest);
    const cost = (each(figure) * units(figure)) / (each(smallest) * units(smallest));
    report(
      `cost of ${times.toFixed(1)} times the rules and answers`,
      cost,
      Number(times.toFixed(1)),
      "times",
    );
  }
}

try {
  await bundleBench({
    sandbox: "lib/sandbox/main.ts",
    reachability: "lib/server/collector/bench/reachability-large.test-program.ts",
  });
  if (process.argv.includes("--fresh")) rmSync(captures, { force: true });
  if (!existsSync(captures)) await run({ BENCH_ENDPOINT: await startSandbox() });
  // The whole on a cold engine, as a person meets it.
  const { figures, millionRules } = await run({});
  const [result] = figures;
  console.log(JSON.stringify(result.counts));
  report("build the network from a snapshot", result.build, 1000, "ms");
  report("the first question, indexes included", result.first, 1000, "ms");
  report("one question, median", result.question.median, 1, "ms");
  report("one question, 99 of 100", result.question.p99, 10, "ms");
  report(`the whole matrix ${result.counts.sources} × ${result.counts.targets}`, result.matrix, 1000, "ms");
  console.log(
    `       once more, with what it kept: ${result.matrixAgain.toFixed(0)} ms; ${JSON.stringify(result.verdicts)}`,
  );
  report("before and after an attach", result.attach, 50, "ms");
  report("memory of the network and the engine", result.heapMb, 400, "MB");
  console.log(
    `       on the processor: build ${result.cpu.build.toFixed(0)} ms, matrix ${result.cpu.matrix.toFixed(0)} ms`,
  );
  report("a million rules: the first question", millionRules.first, 5000, "ms");
  report("a million rules: the first that none lets in, explained", millionRules.firstRefused, 5000, "ms");
  report("a million rules: one that a rule lets in, median", millionRules.reached, 1, "ms");
  report("a million rules: one that none lets in, median", millionRules.refused, 1, "ms");
  console.log(
    `       a million rules: a range that they divide, median: ${millionRules.divided.toFixed(1)} ms`,
  );
  await reportGrowth();
} finally {
  await stopPrograms();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(verdicts.every(Boolean) ? 0 : 1);
