// A full collection of the scenario `large`, against what AWS's rates allow: `node scripts/bench/collect-large.mjs [latencyMs]`.
import { lowerBoundMs, minimumRequests } from "./collection-bounds.mjs";
import { prepareBench } from "./large-sandbox.mjs";

const latencyMs = Number(process.argv[2] ?? 80);
const { control, bundle, startSandbox, run, stop } = prepareBench(latencyMs);

/** When the sandbox had answered its last request, by this machine's clock. */
async function lastAnswerAt(endpoint) {
  const { calls } = await control(endpoint, "GET", "calls");
  return Date.parse(calls.at(-1).at);
}

function tell({ atMs, ms, cpuMs, queuedMs, gcMs }) {
  const round = (value) => value.toFixed(0);
  return `${round(ms)} ms (on a processor ${round(cpuMs)} ms, queued for one ${round(queuedMs)} ms, collecting garbage ${round(gcMs)} ms) ${(atMs / 1000).toFixed(1)} s after the start`;
}

/** A block counts whatever made it; by what it was made of one sees whose it is. */
function reportBlocks(when, { blocks, dearest }) {
  report(`longest block of the event loop while ${when}`, blocks[0].ms, 100, "ms");
  for (const block of blocks) console.log(`       ${tell(block)}`);
  console.log(`       most of a processor in one: ${tell(dearest)}`);
}

const verdicts = [];
function report(what, value, most, unit) {
  const isMet = value <= most;
  verdicts.push(isMet);
  console.log(
    `${isMet ? "met   " : "MISSED"} ${what}: ${value.toFixed(2)} ${unit} (at most ${most.toFixed(2)})`,
  );
}

try {
  await bundle({
    collect: "lib/server/collector/bench/collect-large.test-program.ts",
    "pglite-alone": "lib/server/collector/bench/pglite-alone.test-program.ts",
  });
  const endpoint = await startSandbox();
  // So that what making a database takes, once in a data folder's life, is in no figure.
  await run("pglite-alone", {});
  const result = await run("collect", { BENCH_ENDPOINT: endpoint });
  const answeredAt = await lastAnswerAt(endpoint);
  const alone = await run("pglite-alone", {}, ["--expose-gc"]);
  const { coverage, counts } = result;
  const gaps = coverage.filter(({ status }) => status === "failed");
  console.log(
    `read ${Object.values(counts).reduce((sum, count) => sum + count, 0)} items by ${coverage.length} calls; ${gaps.length} gaps: ${gaps.map(({ call, error }) => `${call} ${error.code}`).join(", ")}`,
  );
  const sum = (key) => coverage.reduce((total, entry) => total + (entry[key] ?? 0), 0);
  console.log(`throttled ${sum("throttled")} times, repeated ${sum("retries")} requests`);
  const slowest = [...coverage].sort((a, b) => (b.elapsedMs ?? 0) - (a.elapsedMs ?? 0)).slice(0, 5);
  for (const { call, requests, elapsedMs, waitedMs } of slowest)
    console.log(`  ${call}: ${requests} requests in ${elapsedMs} ms, waited ${waitedMs} ms`);

  const minimum = minimumRequests(coverage, counts);
  for (const [whose, share] of [
    ["AWS's own", 1],
    ["the pacer's (85 %, a first reading)", 0.85],
  ]) {
    const bound = lowerBoundMs(minimum, { latencyMs, share });
    console.log(`lower bound under ${whose} rates: ${Math.round(bound.ms)} ms (${bound.call})`);
  }
  const own = lowerBoundMs(minimum, { latencyMs, share: 1 });
  report("collection / lower bound under AWS's own rates", result.collectedMs / own.ms, 1.3, "times");
  const least = [...minimum.values()].reduce((total, count) => total + count, 0);
  report("requests", sum("requests"), least * 1.05, `of at least ${least}`);
  const { collecting, reopened } = result;
  report("memory beyond PGlite's", collecting.peakRssMb - alone.rssMb, 500, "MB");
  console.log(
    `       at most ${collecting.peakRssMb.toFixed(0)} MB in all, ${result.beforeMb.toFixed(0)} MB before; a process with nothing but PGlite, which stored and read the same ${alone.storedMb.toFixed(1)} MB, has ${alone.rssMb.toFixed(0)} MB`,
  );
  reportBlocks("collecting", collecting);
  reportBlocks("reopening", reopened);
  const storedMs = result.readyAt - answeredAt;
  report("stored and reopened", (storedMs + result.reopenMs) / 1000, 2, "s");
  console.log(
    `       from AWS's last answer to a snapshot that lasts ${Math.round(storedMs)} ms, from there to a network that pages use ${Math.round(result.reopenMs)} ms`,
  );
  console.log(`       stored all at once instead, as an import is: ${Math.round(result.storeAtOnceMs)} ms`);
} finally {
  await stop();
}
process.exit(verdicts.every(Boolean) ? 0 : 1);
