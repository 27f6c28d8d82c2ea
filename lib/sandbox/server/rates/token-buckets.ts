import type { RequestRate } from "./request-rates";

/** Token buckets by key, in the sandbox's time. */
export interface TokenBuckets {
  /** Takes a token, or says that there is none. */
  take(key: string, rate: RequestRate): boolean;
  /** Every bucket is full again. */
  clear(): void;
}

/** Buckets that begin full. `now` is in milliseconds. */
export function createTokenBuckets(now: () => number): TokenBuckets {
  const buckets = new Map<string, { tokens: number; filledAt: number }>();
  return {
    take(key, rate) {
      const at = now();
      const bucket = buckets.get(key) ?? { tokens: rate.capacity, filledAt: at };
      const earned = (Math.max(0, at - bucket.filledAt) / 1000) * rate.perSecond;
      const tokens = Math.min(rate.capacity, bucket.tokens + earned);
      const isTaken = tokens >= 1;
      buckets.set(key, { tokens: isTaken ? tokens - 1 : tokens, filledAt: at });
      return isTaken;
    },
    clear() {
      buckets.clear();
    },
  };
}
