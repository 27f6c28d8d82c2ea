import type { CallEffort } from "@/lib/core/network/snapshot";

/** What one call of a reading took so far. */
export interface CallRecord {
  requests: number;
  retries: number;
  throttled: number;
  waitedMs: number;
  /** On `performance.now()`'s scale. */
  readonly startedAt: number;
}

export function startCallRecord(): CallRecord {
  return { requests: 0, retries: 0, throttled: 0, waitedMs: 0, startedAt: performance.now() };
}

export function toEffort({ startedAt, waitedMs, ...counts }: CallRecord): CallEffort {
  return {
    ...counts,
    waitedMs: Math.round(waitedMs),
    elapsedMs: Math.round(performance.now() - startedAt),
  };
}
