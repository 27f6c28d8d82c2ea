import type { RequestRate } from "./request-rates";

/** Token buckets by key, in the sandbox's time. */
export interface TokenBuckets {
  /** Takes a token, or says that there is none. */
  take(key: string, rate: RequestRate): boolean;
  /** Of each bucket that was asked, how full it was at its emptiest. */
  list(): BucketLevel[];
  /** Every bucket is full again. */
  clear(): void;
}

export interface BucketLevel {
  bucket: string;
  capacity: number;
  lowest: number;
}

/** Buckets that begin full. `now` is in milliseconds. */
export function createTokenBuckets(now: () => number): TokenBuckets {
  const buckets = new Map<string, { tokens: number; filledAt: number; capacity: number; lowest: number }>();
  return {
    take(key, rate) {
      const at = now();
      const { capacity } = rate;
      const bucket = buckets.get(key) ?? { tokens: capacity, filledAt: at, capacity, lowest: capacity };
      const earned = (Math.max(0, at - bucket.filledAt) / 1000) * rate.perSecond;
      const before = Math.min(capacity, bucket.tokens + earned);
      const isTaken = before >= 1;
      const tokens = isTaken ? before - 1 : before;
      buckets.set(key, { tokens, filledAt: at, capacity, lowest: Math.min(bucket.lowest, tokens) });
      return isTaken;
    },
    list: () => [...buckets].map(([bucket, { capacity, lowest }]) => ({ bucket, capacity, lowest })),
    clear() {
      buckets.clear();
    },
  };
}
