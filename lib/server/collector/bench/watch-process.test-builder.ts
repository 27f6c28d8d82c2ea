import { readFileSync } from "node:fs";
import { PerformanceObserver } from "node:perf_hooks";

/** A time in which nothing else got its turn on the event loop. */
export interface Block {
  /** Milliseconds after watching began. */
  atMs: number;
  ms: number;
  /** Of it, this thread on a processor: on a busy machine the rest is waiting for one. */
  cpuMs: number;
  /** Of it, collecting garbage. */
  gcMs: number;
}

export interface ProcessFigures {
  /** Highest memory of the whole process while it was watched. */
  peakRssMb: number;
  /** The longest first. */
  blocks: Block[];
}

const LOOK_EVERY_MS = 5;
/** Asking for the memory takes most of a millisecond, which would itself hold the loop. */
const WEIGH_EVERY_MS = 250;
const MOST_BLOCKS = 5;

/** Watches memory and the event loop of this process until stopped. */
export function watchProcess(): { stop(): ProcessFigures } {
  const startedAt = performance.now();
  let peak = 0;
  let blocks: Block[] = [];
  const collections: { atMs: number; ms: number }[] = [];
  const collector = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      collections.push({ atMs: startTime - startedAt, ms: duration });
  });
  collector.observe({ entryTypes: ["gc"] });
  let lookedAt = startedAt;
  let cpuAt = threadCpuMs();
  const look = (expectedMs: number) => {
    const now = performance.now();
    const cpu = threadCpuMs();
    const ms = now - lookedAt - expectedMs;
    blocks.push({ atMs: lookedAt - startedAt, ms, cpuMs: Math.min(ms, cpu - cpuAt), gcMs: 0 });
    if (blocks.length > 1_000) blocks = longest(blocks);
    lookedAt = now;
    cpuAt = cpu;
  };
  const timer = setInterval(() => {
    look(LOOK_EVERY_MS);
  }, LOOK_EVERY_MS);
  const weigh = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const weighing = setInterval(weigh, WEIGH_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      clearInterval(weighing);
      weigh();
      collector.disconnect();
      // Whatever holds the loop until now is a block too.
      look(0);
      const withGarbage = longest(blocks).map((block) => ({ ...block, gcMs: sumWithin(block, collections) }));
      return { peakRssMb: peak / 1e6, blocks: withGarbage };
    },
  };
}

function longest(blocks: readonly Block[]): Block[] {
  return [...blocks].sort((left, right) => right.ms - left.ms).slice(0, MOST_BLOCKS);
}

function sumWithin({ atMs, ms }: Block, collections: readonly { atMs: number; ms: number }[]): number {
  const within = collections.filter((one) => one.atMs >= atMs && one.atMs < atMs + ms + LOOK_EVERY_MS);
  return within.reduce((sum, one) => sum + one.ms, 0);
}

/** Of the main thread alone, others compress and parse meanwhile (proc(5): nanoseconds on a processor come first). */
function threadCpuMs(): number {
  return Number(readFileSync("/proc/self/schedstat", "utf8").split(" ")[0]) / 1e6;
}
