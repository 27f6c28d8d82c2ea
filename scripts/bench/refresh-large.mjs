// A read-only user who refreshes `large` every 10 s for a minute at AWS's rates: `node scripts/bench/refresh-large.mjs [latencyMs]`.
import { prepareBench } from "./large-sandbox.mjs";

const latencyMs = Number(process.argv[2] ?? 80);
const bench = prepareBench(latencyMs);
let isMet = false;
try {
  await bench.bundle({ refresh: "lib/server/collector/bench/refresh-large.test-program.ts" });
  const endpoint = await bench.startSandbox();
  // The key of the sandbox's user `read-only`.
  const env = {
    BENCH_ENDPOINT: endpoint,
    AWS_ACCESS_KEY_ID: "AKIAMOORINGREADONLY0",
    AWS_SECRET_ACCESS_KEY: "any",
  };
  const { asked } = await bench.run("refresh", env);
  for (const { atMs, tookMs, id } of asked)
    console.log(
      `asked after ${(atMs / 1000).toFixed(1)} s: snapshot ${id} ready after ${(tookMs / 1000).toFixed(1)} s`,
    );
  const { buckets } = await bench.control(endpoint, "GET", "rates");
  const byLevel = [...buckets].sort((a, b) => a.lowest / a.capacity - b.lowest / b.capacity);
  console.log(`${buckets.length} buckets were asked; the lowest levels:`);
  for (const { bucket, capacity, lowest } of byLevel.slice(0, 5))
    console.log(`  ${bucket}: ${lowest.toFixed(1)} of ${capacity} left`);
  isMet = buckets.length > 0 && buckets.every(({ lowest, capacity }) => lowest >= capacity / 2);
  console.log(`${isMet ? "met   " : "MISSED"} no bucket below half`);
} finally {
  await bench.stop();
}
process.exit(isMet ? 0 : 1);
