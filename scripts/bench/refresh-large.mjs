// A read-only user who refreshes `large` every 10 s at AWS's rates: `node scripts/bench/refresh-large.mjs [minutes] [latencyMs]`.
import { lowerBoundMs, minimumRequests } from "./collection-bounds.mjs";
import { prepareBench } from "./large-sandbox.mjs";

const minutes = Number(process.argv[2] ?? 3);
const latencyMs = Number(process.argv[3] ?? 80);
/** What a refresh may take of each bucket; the rest is everybody else's. */
const SHARE = 0.5;
/** All requests once joined a single refresh, which says little of a user who goes on. */
const LEAST_REFRESHES = 3;
const bench = prepareBench(latencyMs);
const verdicts = [];

function report(isMet, what) {
  verdicts.push(isMet);
  console.log(`${isMet ? "met   " : "MISSED"} ${what}`);
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

function reportRefreshes({ asked, refreshes, counts }) {
  for (const { id, atMs, tookMs, coverage } of refreshes) {
    const slowest = [...coverage].sort((a, b) => b.elapsedMs - a.elapsedMs).slice(0, 2);
    const calls = slowest.map(
      ({ call, requests, elapsedMs, waitedMs, throttled }) =>
        `${call} ${requests} requests in ${seconds(elapsedMs)}, waited ${seconds(waitedMs)}, throttled ${throttled} times`,
    );
    const joined = asked.filter((one) => one.id === id).length - 1;
    console.log(
      `asked after ${seconds(atMs)}, joined ${joined} times, ready after ${seconds(tookMs)}: ${calls.join("; ")}`,
    );
  }
  const [{ coverage }] = refreshes;
  const bound = lowerBoundMs(minimumRequests(coverage, counts), { latencyMs, share: SHARE });
  const times = refreshes.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)];
  console.log(`lower bound under half of AWS's rates: ${seconds(bound.ms)} (${bound.call})`);
  // No verdict: nothing but a busy machine makes it longer, as what each waited for its rate shows.
  console.log(`a refresh, the middle one / lower bound: ${(middle / bound.ms).toFixed(2)} times`);
  report(
    refreshes.length >= LEAST_REFRESHES,
    `${refreshes.length} refreshes one after another, for ${asked.length} requests (at least ${LEAST_REFRESHES})`,
  );
}

function reportBuckets(buckets) {
  const shares = buckets
    .map(({ bucket, capacity, lowest }) => ({ bucket, capacity, lowest, share: lowest / capacity }))
    .sort((a, b) => a.share - b.share);
  for (const { bucket, capacity, lowest, share } of shares)
    console.log(
      `  ${bucket}: at least ${lowest.toFixed(1)} of ${capacity} left, ${(share * 100).toFixed(0)} %`,
    );
  report(shares.length > 0 && shares[0].share >= SHARE, `none of ${shares.length} buckets below half`);
}

try {
  await bench.bundle({ refresh: "lib/server/collector/bench/refresh-large.test-program.ts" });
  const endpoint = await bench.startSandbox();
  // The key of the sandbox's user `read-only`.
  const env = {
    BENCH_ENDPOINT: endpoint,
    BENCH_MINUTES: String(minutes),
    AWS_ACCESS_KEY_ID: "AKIAMOORINGREADONLY0",
    AWS_SECRET_ACCESS_KEY: "any",
  };
  reportRefreshes(await bench.run("refresh", env));
  const { buckets } = await bench.control(endpoint, "GET", "rates");
  reportBuckets(buckets);
} finally {
  await bench.stop();
}
process.exit(verdicts.every(Boolean) ? 0 : 1);
