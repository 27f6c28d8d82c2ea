import { readFileSync } from "node:fs";
import { PerformanceObserver } from "node:perf_hooks";

/** A time in which nothing else got its turn on the event loop. */
export interface Block {
  /** Milliseconds after watching began. */
  atMs: number;
  ms: number;
  /** Of it, this thread on a processor. */
  cpuMs: number;
  /** Of it, this thread ready to run while others had the processors; what is left was waiting for a disk. */
  queuedMs: number;
  /** Of it, collecting garbage. */
  gcMs: number;
}

export interface ProcessFigures {
  /** Highest memory of the whole process while it was watched. */
  peakRssMb: number;
  /** The longest first. */
  blocks: Block[];
  /** The one that took most of a processor: a busy machine makes any other longer, this one hardly. */
  dearest: Block;
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
  let usedAt = threadUse();
  let dearest: Block = { atMs: 0, ms: 0, cpuMs: 0, queuedMs: 0, gcMs: 0 };
  const look = (expectedMs: number) => {
    const now = performance.now();
    const used = threadUse();
    const ms = now - lookedAt - expectedMs;
    const cpuMs = Math.min(ms, used.cpuMs - usedAt.cpuMs);
    const queuedMs = Math.min(ms - cpuMs, used.queuedMs - usedAt.queuedMs);
    const block = { atMs: lookedAt - startedAt, ms, cpuMs, queuedMs, gcMs: 0 };
    if (cpuMs > dearest.cpuMs) dearest = block;
    blocks.push(block);
    if (blocks.length > 1_000) blocks = longest(blocks);
    lookedAt = now;
    usedAt = used;
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
      const withGarbage = (block: Block) => ({ ...block, gcMs: sumWithin(block, collections) });
      return {
        peakRssMb: peak / 1e6,
        blocks: longest(blocks).map(withGarbage),
        dearest: withGarbage(dearest),
      };
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

/** Of the main thread alone, others compress and parse meanwhile (Linux, "sched-stats": nanoseconds on a processor, then in its queue). */
function threadUse(): { cpuMs: number; queuedMs: number } {
  const [onCpu, queued] = readFileSync("/proc/self/schedstat", "utf8").split(" ");
  return { cpuMs: Number(onCpu) / 1e6, queuedMs: Number(queued) / 1e6 };
}
