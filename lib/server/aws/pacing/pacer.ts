import { setTimeout as delay } from "node:timers/promises";
import { rateOf } from "./request-rates";

export interface PacerClock {
  /** Milliseconds; only differences matter. */
  now(): number;
  /** Rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What is about to be sent, as AWS counts it. */
export interface PacedRequest {
  region: string;
  /** As IAM writes it: `ec2`. */
  service: string;
  operation: string;
  /** HTTP requests that it stands for; 1 where not given. */
  requests?: number;
}

export interface Pacer {
  /**
   * Waits until a request may be sent under AWS's rate for it, in the order of asking.
   * Rejects with the signal's reason when aborted while waiting.
   */
  take(request: PacedRequest, signal?: AbortSignal): Promise<void>;
  /** AWS said that we are too fast: the bucket is emptied, so that everybody who shares it slows down. */
  drain(request: PacedRequest): void;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

interface Bucket {
  capacity: number;
  perSecond: number;
  /** May be below zero: each waiting request has already taken its token. */
  tokens: number;
  filledAt: number;
}

const systemClock: PacerClock = {
  now: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
};

/** Token buckets per region and API, as AWS counts (`request-rates.ts`). One per process. */
export function createPacer(clock: PacerClock = systemClock): Pacer {
  const buckets = new Map<string, Bucket>();

  function fill(request: PacedRequest): Bucket {
    const rate = rateOf(request.service, request.operation);
    const key = `${request.region} ${rate.pool}`;
    const now = clock.now();
    const bucket = buckets.get(key) ?? { ...rate, tokens: rate.capacity, filledAt: now };
    buckets.set(key, bucket);
    const earned = ((now - bucket.filledAt) / 1000) * bucket.perSecond;
    bucket.tokens = Math.min(bucket.capacity, bucket.tokens + earned);
    bucket.filledAt = now;
    return bucket;
  }

  return {
    take: async (request, signal) => {
      signal?.throwIfAborted();
      const bucket = fill(request);
      bucket.tokens -= request.requests ?? 1;
      if (bucket.tokens >= 0) return;
      await clock.sleep((-bucket.tokens / bucket.perSecond) * 1000, signal);
    },
    drain: (request) => {
      const bucket = fill(request);
      bucket.tokens = Math.min(bucket.tokens, 0);
    },
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}
