import type { RequestRate } from "./request-rates";

/** After throttling the rate falls by this, at most once a second, and never below a tenth; it recovers in some seconds. */
const SLOWED_BY = 0.7;
const SLOWEST = 0.1;
const SLOW_AGAIN_AFTER_MS = 1_000;
const RECOVERY_PER_SECOND = 0.05;
/** What refilling loses to rounding is not waited for. */
const ONE = 1 - 1e-6;

/** AWS's own bucket as we know it, and for each share of it that somebody keeps to a smaller one within it. */
export interface TokenBucket {
  /** Milliseconds until a request of that share may go; 0 is now. */
  waitMs(share: number): number;
  /** A request goes. One that did not wait may leave the bucket below empty. */
  spend(share: number): void;
  /** AWS said that we are too fast. */
  slowDown(): void;
}

interface Level {
  capacity: number;
  perSecond: number;
  tokens: number;
}

/** `now` is in milliseconds; only differences matter. */
export function createTokenBucket(rate: RequestRate, now: () => number): TokenBucket {
  const levels = new Map<number, Level>();
  let pace = 1;
  let filledAt = now();
  let slowedAt = Number.NEGATIVE_INFINITY;
  const whole = levelOf(1);

  function levelOf(share: number): Level {
    const known = levels.get(share);
    if (known !== undefined) return known;
    // A bucket that holds less than one request would never let one through.
    const capacity = Math.max(1, rate.capacity * share);
    const level = { capacity, perSecond: rate.perSecond * share, tokens: capacity };
    levels.set(share, level);
    return level;
  }

  function fill(): void {
    const seconds = (now() - filledAt) / 1000;
    filledAt = now();
    for (const level of levels.values()) {
      level.tokens = Math.min(level.capacity, level.tokens + seconds * level.perSecond * pace);
    }
    pace = Math.min(1, pace + seconds * RECOVERY_PER_SECOND);
  }

  const waitFor = ({ tokens, perSecond }: Level) =>
    tokens >= ONE ? 0 : ((1 - tokens) / (perSecond * pace)) * 1000;

  return {
    waitMs: (share) => {
      const own = levelOf(share);
      fill();
      return Math.max(waitFor(own), waitFor(whole));
    },
    spend: (share) => {
      const own = levelOf(share);
      fill();
      own.tokens -= 1;
      if (own !== whole) whole.tokens -= 1;
    },
    slowDown: () => {
      fill();
      for (const level of levels.values()) level.tokens = Math.min(level.tokens, 0);
      if (now() - slowedAt < SLOW_AGAIN_AFTER_MS) return;
      slowedAt = now();
      pace = Math.max(SLOWEST, pace * SLOWED_BY);
    },
  };
}
