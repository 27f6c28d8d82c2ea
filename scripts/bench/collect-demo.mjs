// Collecting the demo account with injected latency, against the lower bound: `node scripts/bench/collect-demo.mjs [latencyMs] [runs]`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../setup/ports.mjs";
import { stopPrograms } from "../setup/processes.mjs";
import { startMooring } from "../setup/start-mooring.mjs";

const latencyMs = Number(process.argv[2] ?? 80);
const runs = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(path.join(tmpdir(), "mooring-bench-"));

const json = async (url, options) => {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
};
const post = (url, body) =>
  json(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

try {
  const environment = { ...process.env, PORT: String(await freePort()), MOORING_DATA_DIR: folder };
  const { url, sandboxUrl } = await startMooring({ aws: false, environment });
  while ((await json(`${url}/api/snapshots`)).items.every(({ status }) => status !== "ready")) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await post(`${sandboxUrl}/_sandbox/faults`, { kind: "latency", operation: "*", latencyMs });
  for (let run = 1; run <= runs; run += 1) {
    await json(`${sandboxUrl}/_sandbox/calls`, { method: "DELETE" });
    const begun = performance.now();
    await post(`${url}/api/snapshots`, { source: "live" });
    const tookMs = performance.now() - begun;
    const { calls } = await json(`${sandboxUrl}/_sandbox/calls`);
    const perOperation = Map.groupBy
      ? Map.groupBy(calls, (call) => `${call.service}:${call.operation}`)
      : calls.reduce((groups, call) => {
          const key = `${call.service}:${call.operation}`;
          return groups.set(key, [...(groups.get(key) ?? []), call]);
        }, new Map());
    // Two links: what is listed first, and what needs an id from it (attributes per VPC, state per function).
    const dependent = ["ec2:DescribeVpcAttribute", "lambda:GetFunction", "ec2:GetManagedPrefixListEntries"];
    const chain = dependent.some((operation) => perOperation.has(operation)) ? 2 : 1;
    const lowerBoundMs = chain * latencyMs;
    console.log(
      `run ${run}: ${Math.round(tookMs)} ms for ${calls.length} calls; lower bound ${lowerBoundMs} ms (${chain} links of ${latencyMs} ms); ratio ${(tookMs / lowerBoundMs).toFixed(2)}`,
    );
  }
} finally {
  await stopPrograms();
  rmSync(folder, { recursive: true, force: true });
}
