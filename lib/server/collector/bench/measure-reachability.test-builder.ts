import { buildNetwork } from "@/lib/core/network/build-network";
import type { Network, Resource } from "@/lib/core/network/network";
import type { Capture } from "@/lib/core/network/snapshot";
import { evaluateFlow } from "@/lib/core/reachability/evaluate-flow";
import type { FlowSource } from "@/lib/core/reachability/flow";
import type { MatrixTarget } from "@/lib/core/reachability/matrix/column";
import { evaluateMatrix } from "@/lib/core/reachability/matrix/evaluate-matrix";
import { verdictChanges } from "@/lib/core/reachability/matrix/verdict-changes";
import { knownTargets } from "@/lib/core/reachability/targets/known-targets";

/** Milliseconds by the clock, unless named otherwise; `cpu` is what this process itself took, on whatever machine. */
export interface ReachabilityFigures {
  share: number;
  rules: number;
  cpu: { build: number; matrix: number };
  counts: Record<string, number>;
  build: number;
  first: number;
  question: { median: number; p99: number };
  matrix: number;
  matrixAgain: number;
  verdicts: Record<string, number>;
  attach: number;
  heapMb: number;
}

const QUESTIONS = 3000;

/** Measures the engine on captures: each figure the first time, on cold caches, as a person meets it. */
export function measureReachability(all: readonly Capture[], share = 1): ReachabilityFigures {
  const captures = all.map((capture) => withShareOfVpcs(capture, share));
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const build = timed(() => buildNetwork({ captures }));
  const network = build.value;
  const sources = [...network.connections.values()]
    .slice(0, 200)
    .map(({ subnetIds, securityGroupIds, ipv6AllowedForDualStack }): FlowSource => ({
      connection: { subnetIds, securityGroupIds, ipv6AllowedForDualStack },
    }));
  const targets = spread(targetsOf(network), 500);
  const first = timed(() => evaluateFlow(network, { source: pick(sources, 0), ...pick(targets, 0) }));
  const times = Array.from({ length: QUESTIONS }, (_, index) => {
    const flow = { source: pick(sources, index * 7), ...pick(targets, index * 13) };
    return timed(() => evaluateFlow(network, flow)).ms;
  }).sort((a, b) => a - b);
  const fresh = buildNetwork({ captures });
  const matrix = timed(() => evaluateMatrix(fresh, sources, targets));
  const again = timed(() => evaluateMatrix(fresh, sources, targets));
  const attach = timed(() => {
    const vpcId = [...network.connections.values()][0]?.vpcId ?? null;
    const before = { network, source: pick(sources, 1) };
    return verdictChanges(before, { network, source: pick(sources, 0) }, knownTargets(network, vpcId));
  });
  globalThis.gc?.();
  return {
    share,
    rules: [...network.securityGroups.values()].reduce((sum, { resource }) => sum + countRules(resource), 0),
    cpu: { build: build.cpu, matrix: matrix.cpu },
    counts: {
      connections: network.connections.size,
      functions: network.functions.size,
      networkInterfaces: network.networkInterfaces.size,
      securityGroups: network.securityGroups.size,
      vpcs: network.vpcs.size,
      sources: sources.length,
      targets: targets.length,
    },
    build: build.ms,
    first: first.ms,
    question: { median: at(times, 0.5), p99: at(times, 0.99) },
    matrix: matrix.ms,
    matrixAgain: again.ms,
    verdicts: countBy(matrix.value.flat()),
    attach: attach.ms,
    heapMb: (process.memoryUsage().heapUsed - heapBefore) / 1e6,
  };
}

/** The internet and services, and every database, cache and instance, each on a port of its own. */
function targetsOf(network: Network): MatrixTarget[] {
  const vpcIds = [...network.vpcs.keys()];
  const stores = vpcIds.flatMap((vpcId) =>
    knownTargets(network, vpcId).filter((target) => target.vpcId !== null),
  );
  const interfaces = [...network.networkInterfaces.values()]
    .filter(({ resource }) => resource.InterfaceType !== "lambda")
    .map(({ resource }, index): MatrixTarget => ({
      destination: { networkInterfaceId: resource.NetworkInterfaceId },
      protocol: "tcp",
      port: 1024 + (index % 8000),
    }));
  return [...knownTargets(network, null), ...spread(stores, 200), ...spread(interfaces, 291)];
}

function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, index) =>
    pick(items, Math.floor(index * step)),
  );
}

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("There is nothing to measure on.");
  return item;
}

function timed<T>(work: () => T): { ms: number; cpu: number; value: T } {
  const start = performance.now();
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpu: (user + system) / 1000, value };
}

/** The first VPCs and all that is in them: how cost grows is seen on the same kind of network. */
function withShareOfVpcs(capture: Capture, share: number): Capture {
  const vpcIds = (capture.resources.Vpcs ?? []).map(({ VpcId }) => VpcId).sort();
  const kept = new Set(vpcIds.slice(0, Math.ceil(vpcIds.length * share)));
  const isKept = (resource: object): boolean => {
    const vpcId: unknown = Reflect.get(resource, "VpcId");
    const config: unknown = Reflect.get(resource, "VpcConfig");
    const own =
      typeof config === "object" && config !== null ? (Reflect.get(config, "VpcId") as unknown) : vpcId;
    return typeof own !== "string" || kept.has(own);
  };
  const resources = Object.fromEntries(
    Object.entries(capture.resources).map(([key, list]) => [key, list.filter(isKept)]),
  );
  return { ...capture, resources };
}

function countRules({ IpPermissions, IpPermissionsEgress }: Resource<"SecurityGroups">): number {
  return [...(IpPermissions ?? []), ...(IpPermissionsEgress ?? [])].length;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function countBy(items: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}
