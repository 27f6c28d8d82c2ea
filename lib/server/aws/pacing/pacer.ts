import { setTimeout as delay } from "node:timers/promises";
import { rateOf, type RateSubject } from "./request-rates";
import { createTokenBucket, type TokenBucket } from "./token-bucket";

export interface PacerClock {
  /** Milliseconds; only differences matter. */
  now(): number;
  /** Rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What is about to be sent, as AWS counts it. */
export interface PacedRequest extends RateSubject {
  /** The caller's own where not given. */
  accountId?: string;
  region: string;
  /** How much of AWS's bucket the asker keeps to; `HALF` where not given. */
  share?: number;
}

/** What a reading leaves to everybody else in the account: the other half of each bucket. */
export const HALF = 0.5;

export interface Pacer {
  /**
   * Waits until a request may be sent under the asker's share of AWS's rate, in the order of asking, and gives the
   * milliseconds that took. Rejects with the signal's reason when aborted while waiting.
   */
  take(request: PacedRequest, signal?: AbortSignal): Promise<number>;
  /** A request that goes at once, because a person waits for it: whoever takes turns makes room. */
  count(request: PacedRequest): void;
  /** AWS said that we are too fast: everybody who shares the bucket slows down. */
  slowDown(request: PacedRequest): void;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

interface Waiter {
  /** `at` is when its turn came. */
  go(at: number): void;
}

/** Those who wait for one share of one bucket. */
interface Queue {
  bucket: TokenBucket;
  share: number;
  waiting: Waiter[];
  isMoving: boolean;
}

const systemClock: PacerClock = {
  now: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
};

/** Token buckets per account, region and API, as AWS counts (`request-rates.ts`). One per process. */
export function createPacer(clock: PacerClock = systemClock): Pacer {
  const buckets = new Map<string, TokenBucket>();
  const queues = new Map<string, Queue>();

  function bucketOf(request: PacedRequest): { key: string; bucket: TokenBucket } {
    const rate = rateOf(request);
    const key = `${request.accountId ?? ""} ${request.region} ${rate.pool}`;
    const bucket = buckets.get(key) ?? createTokenBucket(rate, () => clock.now());
    buckets.set(key, bucket);
    return { key, bucket };
  }

  function queueOf(request: PacedRequest): Queue {
    const { key, bucket } = bucketOf(request);
    const share = request.share ?? HALF;
    const name = `${key} ${String(share)}`;
    const queue = queues.get(name) ?? { bucket, share, waiting: [], isMoving: false };
    queues.set(name, queue);
    return queue;
  }

  /** Nobody holds a promise of a time: when AWS slows us down, all who wait are slowed. */
  async function move(queue: Queue): Promise<void> {
    if (queue.isMoving) return;
    queue.isMoving = true;
    while (queue.waiting.length > 0) {
      const waitMs = queue.bucket.waitMs(queue.share);
      if (waitMs > 0) await clock.sleep(waitMs);
      else letGo(queue, clock.now());
    }
    queue.isMoving = false;
  }

  return {
    take: async (request, signal) => {
      signal?.throwIfAborted();
      const queue = queueOf(request);
      const startedAt = clock.now();
      const turn = waitInLine(queue, signal);
      void move(queue);
      return (await turn) - startedAt;
    },
    count: (request) => {
      bucketOf(request).bucket.spend(1);
    },
    slowDown: (request) => {
      bucketOf(request).bucket.slowDown();
    },
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}

function letGo({ bucket, share, waiting }: Queue, now: number): void {
  bucket.spend(share);
  waiting.shift()?.go(now);
}

function waitInLine(queue: Queue, signal: AbortSignal | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      queue.waiting.splice(queue.waiting.indexOf(waiter), 1);
      // Whatever the signal was aborted with is what waiting rejects with, as for every other wait.
      reject(signal?.reason as Error);
    };
    const waiter: Waiter = {
      go: (at) => {
        signal?.removeEventListener("abort", leave);
        resolve(at);
      },
    };
    queue.waiting.push(waiter);
    signal?.addEventListener("abort", leave, { once: true });
  });
}
