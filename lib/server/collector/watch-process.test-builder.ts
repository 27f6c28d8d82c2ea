export interface ProcessFigures {
  /** Highest memory of the process while it was watched, beyond what it was at the beginning. */
  memoryMb: number;
  /** Longest time in which nothing else got its turn; on a busy machine part of it is waiting for a processor. */
  longestBlockMs: number;
  /** The most of such a time that the process spent on a processor. */
  longestBlockCpuMs: number;
}

const LOOK_EVERY_MS = 5;

/** Watches memory and the event loop of this process until stopped. */
export function watchProcess(): { stop(): ProcessFigures } {
  const before = process.memoryUsage().rss;
  let highest = before;
  let longestBlockMs = 0;
  let longestBlockCpuMs = 0;
  let lookedAt = performance.now();
  let cpu = process.cpuUsage();
  const timer = setInterval(() => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    cpu = process.cpuUsage();
    const blockMs = now - lookedAt - LOOK_EVERY_MS;
    lookedAt = now;
    highest = Math.max(highest, process.memoryUsage().rss);
    longestBlockMs = Math.max(longestBlockMs, blockMs);
    // Other threads compress meanwhile: no more than the time itself can be this one's.
    longestBlockCpuMs = Math.max(longestBlockCpuMs, Math.min(blockMs, (user + system) / 1000));
  }, LOOK_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return { memoryMb: (highest - before) / 1e6, longestBlockMs, longestBlockCpuMs };
    },
  };
}
